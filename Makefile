# make run   the site with its demo at http://127.0.0.1:8000/
# make dev   the same with Django's own server, for those who change the code
# make test  everything that must hold; make drills: at full size
# Stamp files remember what was done, so that a second run starts at once.

PYTHON ?= python3
VAR_DIR ?= $(CURDIR)/.var
export VAR_DIR

BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
MANAGE := $(BIN)/python manage.py
MIGRATIONS := $(shell find site learning home -path '*/migrations/*.py')
STATIC := $(shell find static -type f) site/pages/scripts.py site/config/settings/base.py
DEMO := $(shell find home/demo -type f -not -path "*/__pycache__/*") home/domain.py

.PHONY: run dev test drills bench messages lint
.DELETE_ON_ERROR:

run: $(VAR_DIR)/static.made $(VAR_DIR)/demo.made
	@echo
	@echo "Chị em học số: http://127.0.0.1:8000/   (stop with Ctrl-C)"
	@echo "For editors:   http://127.0.0.1:8000/cms/"
	@echo "Demo names:    $$(cut -d' ' -f1 $(VAR_DIR)/demo-passwords.txt | paste -sd' ')"
	@echo "Passwords:     $(VAR_DIR)/demo-passwords.txt   (new ones: $(MANAGE) demo --passwords)"
	@cat $(VAR_DIR)/demo-cards.txt
	@exec $(BIN)/gunicorn --config site/config/gunicorn.py config.wsgi

dev: $(VAR_DIR)/demo.made
	DJANGO_SETTINGS_MODULE=config.settings.dev $(MANAGE) runserver 127.0.0.1:8000

test: .venv/tests.made
	@tests/run.sh all

drills: .venv/tests.made
	@SCALE=full tests/run.sh all

lint: .venv/tests.made
	@tests/run.sh lint

bench: .venv/tests.made
	@$(BIN)/python -m tests.bench

# The words of the interface: collected from code and templates, and from the packages in use, then compiled.
messages: .venv/tests.made
	$(BIN)/python -m tests.locale.packages
	$(MANAGE) makemessages --locale vi --locale fr --no-obsolete --add-location file --no-wrap --ignore '.*' --ignore node_modules --ignore tests
	$(MANAGE) compilemessages --ignore '.venv' --ignore node_modules

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with make PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv .venv || { apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv .venv; }

.venv/made: requirements.txt | .venv/bin/python
	$(PIP) --requirement requirements.txt
	@touch $@

.venv/tests.made: tests/requirements.txt .venv/made
	$(PIP) --requirement tests/requirements.txt
	@touch $@

$(VAR_DIR):
	@mkdir -p $@

$(VAR_DIR)/migrated.made: .venv/made $(MIGRATIONS) | $(VAR_DIR)
	$(MANAGE) migrate --verbosity 0
	@touch $@

$(VAR_DIR)/static.made: .venv/made $(STATIC) | $(VAR_DIR)
	$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

$(VAR_DIR)/demo.made: $(VAR_DIR)/migrated.made $(DEMO)
	$(MANAGE) demo
	$(MANAGE) empty_practice
	@touch $@
