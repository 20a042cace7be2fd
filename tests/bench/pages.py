"""CPU that one uncached page costs, without network, beside a bare view through the same middleware in the same run."""

import json
import subprocess
import sys
import time

from tests.bench._demo import demo_files

PAGES = {
    "bare view": "/tinh-trang/song",
    "home": "/",
    "list of courses": "/hoc/",
    "course": "/hoc/lam-quen-dien-thoai/",
    "lesson": "/hoc/lam-quen-dien-thoai/bat-may-va-chinh-cho-de-dung/",
    "list of news": "/tin-tuc/",
    "story": "/guong-dien-hinh/ga-my-lung/",
    "guide": "/mo-hinh/mo-hinh-my-lung/",
    "library": "/thu-vien/",
    "library, words": "/thu-vien/?q=so+tay",
    "library in English": "/en/thu-vien/",
    "search": "/tim-kiem/?q=dien+thoai",
    "page that is missing": "/khong-co-trang-nay/",
}
ROUNDS = 40


def rows():
    from tests.databases import ROOT
    from tests.server import environment

    with demo_files() as var:
        # A process of its own: the settings of the real site, not those of the tests.
        command = [sys.executable, "-c", "from tests.bench import pages; pages.measure()"]
        settings = environment(var, ALLOWED_HOSTS="testserver", PYTHONPATH=f"{ROOT}/site:{ROOT}")
        measured = json.loads(subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=True).stdout)
    bare = measured["bare view"]
    for name, milliseconds in measured.items():
        yield name, f"{milliseconds:.2f}", f"ms CPU, {milliseconds / bare:.1f} bare views"


def measure() -> None:
    """Prints {page: milliseconds of CPU, the median of ROUNDS} as JSON."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    settings.PAGE_CACHE_SECONDS = 0
    client = Client()
    measured = {}
    for name, address in PAGES.items():
        spent = []
        for _ in range(ROUNDS + 5):  # the first ones fill Python's and Django's own caches
            started = time.process_time()
            client.get(address, headers={"accept-encoding": "br"})
            spent.append(time.process_time() - started)
        measured[name] = sorted(spent[5:])[ROUNDS // 2] * 1000
    print(json.dumps(measured))
