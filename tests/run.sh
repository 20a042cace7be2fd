#!/usr/bin/env bash
# Everything that `make test` does once the environment stands: the tools of the house, the tests on SQLite, and beside
# them those of the database's behaviour on PostgreSQL. What it starts it stops, by its process id, also after a failure.
set -uo pipefail
cd "$(dirname "$0")/.."

bin=.venv/bin
tools=.tools
axe=axe-core@4.14.1
ogs=open-graph-scraper@6.12.0
vnu=vnu-jar@26.9.27
scratch=$(mktemp -d)
chmod 755 "$scratch"
failed=()

as_owner() { # PostgreSQL refuses to run as root
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

stop() {
    jobs -p | xargs -r kill 2>/dev/null
    if [ -f "$scratch/pg/postmaster.pid" ]; then as_owner "$postgres/pg_ctl" stop --pgdata "$scratch/pg" --mode fast --silent; fi
    rm -rf "$scratch"
}
trap stop EXIT

find_postgres() { # the folder of initdb, newest version first
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -V | tail -1)
    if [ -z "$found" ] && command -v initdb >/dev/null; then found=$(dirname "$(command -v initdb)"); fi
    echo "$found"
}

install_missing() { # system packages, by what each brings
    local missing=()
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
    command -v java >/dev/null || missing+=(default-jre-headless)
    command -v npm >/dev/null || missing+=(npm)
    command -v msgfmt >/dev/null || missing+=(gettext)
    [ -n "$(find_postgres)" ] || missing+=(postgresql)
    if [ ${#missing[@]} -gt 0 ]; then
        if [ "$(id -u)" != 0 ]; then
            echo "Missing: ${missing[*]}. Install them and run make test again." >&2
            exit 1
        fi
        echo "Installing ${missing[*]}"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$scratch/apt.log" 2>&1 ||
            { cat "$scratch/apt.log" >&2; exit 1; }
    fi
    if [ "$(cat $tools/made 2>/dev/null)" != "$axe $ogs $vnu" ]; then
        mkdir -p $tools
        npm install --prefix $tools --no-save --no-package-lock --no-audit --no-fund --silent $axe $ogs $vnu || exit 1
        echo "$axe $ogs $vnu" >$tools/made
    fi
}

check() { # a name, then the command
    local name=$1
    shift
    local started=$SECONDS
    if "$@" >"$scratch/check.log" 2>&1; then
        echo "ok      $name ($((SECONDS - started)) s)"
    else
        echo "FAILED  $name"
        cat "$scratch/check.log"
        failed+=("$name")
    fi
}

lint() {
    export PYTHONPATH=site:.
    check "ruff check" $bin/ruff check .
    check "ruff format" $bin/ruff format --check .
    check "djade" bash -c "find templates -name '*.html' -print0 | xargs -0 $bin/djade --check --target-version 5.2"
    check "import contracts" $bin/lint-imports
    check "mypy" $bin/mypy
    check "system checks" $bin/python manage.py check --fail-level WARNING
    check "migrations" $bin/python manage.py makemigrations --check --dry-run
    unset PYTHONPATH
}

browser=(tests/face tests/journeys) # wait for gunicorn and Chromium more than they compute

start_postgres() { # no TCP port: a socket in our own folder cannot collide with anything
    postgres=$(find_postgres)
    if [ "$(id -u)" = 0 ]; then chown postgres "$scratch"; fi
    as_owner "$postgres/initdb" --pgdata "$scratch/pg" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 >"$scratch/initdb.log" 2>&1 &&
        as_owner "$postgres/pg_ctl" start --pgdata "$scratch/pg" --silent --wait --log "$scratch/pg.log" \
            --options "-c listen_addresses='' -c unix_socket_directories='$scratch' -c fsync=off -c full_page_writes=off" ||
        { cat "$scratch"/*.log; failed+=("PostgreSQL did not start"); return 1; }
}

on_postgres() {
    echo "Tests on PostgreSQL ($("$postgres/postgres" --version | cut -d' ' -f3))"
    DATABASE_URL="postgres://postgres@${scratch//\//%2F}/postgres" $bin/python -m pytest -m postgres "$@"
}

tests_on_postgres() {
    start_postgres || return
    on_postgres "$@" || failed+=("tests on PostgreSQL")
}

all_tests() { # three runs beside each other: none of them keeps two cores busy
    echo "Tests on SQLite; beside them those in a browser and those on PostgreSQL"
    local in_browser on_pg=
    env -u DATABASE_URL $bin/python -m pytest "${browser[@]}" "$@" >"$scratch/browser.log" 2>&1 &
    in_browser=$!
    if start_postgres; then
        on_postgres "$@" >"$scratch/postgres.log" 2>&1 &
        on_pg=$!
    fi
    env -u DATABASE_URL $bin/python -m pytest "${browser[@]/#/--ignore=}" "$@" || failed+=("tests on SQLite")
    wait $in_browser || failed+=("tests in the browser")
    cat "$scratch/browser.log"
    if [ -n "$on_pg" ]; then
        wait $on_pg || failed+=("tests on PostgreSQL")
        cat "$scratch/postgres.log"
    fi
}

report() {
    if [ ${#failed[@]} -gt 0 ]; then
        printf 'FAILED: %s\n' "${failed[@]}"
        exit 1
    fi
}

case "${1:-all}" in
all)
    shift || true
    install_missing
    lint
    all_tests "$@"
    ;;
lint) lint ;;
postgres)
    shift
    install_missing
    tests_on_postgres "$@"
    ;;
*)
    echo "tests/run.sh all|lint|postgres [pytest options]" >&2
    exit 2
    ;;
esac
report
