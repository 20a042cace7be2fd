"""Meeting kits."""

from datetime import date

from home.kits.models import MeetingKitIndexPage, MeetingKitPage
from home.models import HomePage
from tests.factories.content import items, numbered, picture_value, place, stream

STEPS = {30: (5, 15, 10), 60: (10, 30, 20)}  # minutes


def make_kits() -> MeetingKitIndexPage:
    home = HomePage.objects.get(locale__language_code="vi")
    found = MeetingKitIndexPage.objects.child_of(home).first()
    return found or place(home, MeetingKitIndexPage(title="Sinh hoạt chi hội", slug="sinh-hoat", summary="Mỗi tháng một bộ tài liệu."))


def make_script(*minutes: int) -> str:
    return stream(*(("step", {"minutes": each, "do": f"Việc {number}", "say": "Mời các chị mở máy."}) for number, each in enumerate(minutes, 1)))


def make_kit(live=True, picture=None, documents=(), **fields) -> MeetingKitPage:
    """Two messages, the first with the picture."""
    message = {"text": "Tối thứ bảy họp chi hội, các chị nhé.", "leads_to": "lesson", "picture": picture_value(picture)}
    fields = {
        "month": date(2026, 11, 1),
        "bring": items("Điện thoại đã sạc đầy"),
        "key_messages": stream(*(("message", f"Điều cần nhớ {number}") for number in range(1, 4))),
        "script30": make_script(*STEPS[30]),
        "script60": make_script(*STEPS[60]),
        "ready_messages": stream(("message", message), ("message", {**message, "leads_to": "kit", "picture": picture_value(None)})),
        "pictures": stream(*([("picture", picture_value(picture))] if picture else [])),
        "related_documents": stream(*(("document", document.pk) for document in documents)),
        **fields,
    }
    return place(make_kits(), MeetingKitPage(**numbered("Bộ sinh hoạt", fields)), live)
