"""What each page type weighs on the wire, and when its largest paint comes, on a slow line and phone."""

import shutil

from tests.bench._demo import demo_files

PAGES = {
    "home": "/",
    "lessons": "/hoc/",
    "course": "/hoc/lam-quen-dien-thoai/",
    "lesson": "/hoc/lam-quen-dien-thoai/bat-may-va-chinh-cho-de-dung/",
    "news": "/tin-tuc/",
    "stories": "/guong-dien-hinh/",
    "story": "/guong-dien-hinh/ga-my-lung/",
    "guides": "/mo-hinh/",
    "guide": "/mo-hinh/mo-hinh-my-lung/",
    "page that is missing": "/khong-co-trang-nay/",
}
ROUNDS = 3


def rows():
    from playwright.sync_api import sync_playwright

    from tests.face.measuring import weigh
    from tests.server import start

    with demo_files() as var, sync_playwright() as playwright:
        server = start(var)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        try:
            for name, path in PAGES.items():
                visits = [weigh(browser, server.url + path) for _ in range(ROUNDS)]
                yield f"{name}, before the first scroll", f"{visits[0].total / 1000:.1f}", "KB"
                yield f"{name}, requests", len(visits[0].answers), ""
                yield f"{name}, largest paint (400 kbit/s, CPU 4x)", f"{sorted(visit.largest_paint for visit in visits)[ROUNDS // 2] / 1000:.2f}", "s"
        finally:
            browser.close()
            server.stop()
