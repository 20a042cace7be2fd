"""The fields of each kind of page, made from its text. `make` is the page's own Streams."""

from home.demo import reading
from home.demo.streams import Streams
from members.models import Unit

NO_PICTURE = {"image": None, "alt_text": None, "decorative": None}


def standard(text, make: Streams) -> dict:
    return {"body": make.body(text["body"])}


def index(text, make: Streams) -> dict:
    return {"intro": reading.html(text["intro"])}


def section(text, make: Streams) -> dict:
    return index(text, make) | {"unit": _unit(text["unit"])}


def course(text, make: Streams) -> dict:
    return {"level": text["level"], "intro": reading.html(text["intro"]), "outcomes": make.items(text["outcomes"], "outcomes")}


def lesson(text, make: Streams) -> dict:
    return {
        "level": text["level"],
        "minutes": text["minutes"],
        "do_minutes": text["do_minutes"],
        "share_minutes": text["share_minutes"],
        "learn": make.stream([(row["kind"], _learn(row, make)) for row in text["learn"]], "learn"),
        "do_task": reading.html(text["do_task"]),
        "do_list": make.items(text["do_list"], "do"),
        "share_message": text["share_message"],
    }


def _learn(row, make: Streams):
    if row["kind"] != "step":
        return reading.html(row["text"])
    return {"title": row["title"], "text": reading.html(row["text"]), "picture": make.picture(row), "audio": None}


def news(text, make: Streams) -> dict:
    return {
        "date": text["date"],
        "place": _unit(text.get("place")),
        "body": make.body(text["body"]),
        "event_on": text.get("event_on"),
        "event_place": text.get("event_place", ""),
    }


def story(text, make: Streams) -> dict:
    """Without the guide, which is a page."""
    photos = [("photo", {"picture": make.picture(row), "caption": row.get("caption", "")}) for row in text.get("photos", [])]
    return {
        **{name: text.get(name, "") for name in ("kind", "people", "product", "consent_by", "consent_scope")},
        **{name: reading.html(text.get(name)) for name in ("before", "action", "result")},
        "place": _unit(text.get("place")),
        "figures": make.stream([("figure", row) for row in text.get("figures", [])], "figures"),
        "quotations": make.stream([("quotation", {"source": "", **row}) for row in text.get("quotations", [])], "quotations"),
        "photos": make.stream(photos, "photos"),
        "consent_on": text.get("consent_on"),
    }


def guide(text, make: Streams) -> dict:
    steps = [{"title": row["title"], "text": reading.html(row["text"]), "picture": make.picture(row), "days": row["days"]} for row in text["steps"]]
    costs = [{**row, "quantity": str(row["quantity"])} for row in text["costs"]]
    return {
        **{name: reading.html(text.get(name)) for name in ("what", "origin", "adapt", "visits")},
        **{name: make.items(text.get(name, []), name) for name in ("suits", "unsuited", "conditions", "check_list")},
        "costs_note": text.get("costs_note", ""),
        "costs": make.stream([("cost", row) for row in costs], "costs"),
        "steps": make.stream([("step", row) for row in steps], "steps"),
        **{
            name: make.stream([(kind, row) for row in text.get(name, [])], name)
            for name, kind in (("figures", "figure"), ("roles", "role"), ("risks", "risk"), ("contacts", "contact"))
        },
    }


def kit(text, make: Streams) -> dict:
    """Without the lesson and the quiz, which are pages."""
    messages = [{**row, "picture": make.picture(row) if "picture" in row else NO_PICTURE} for row in text["messages"]]
    return {
        "month": text["month"],
        "bring": make.items(text["bring"], "bring"),
        "key_messages": make.stream([("message", line) for line in text["key_messages"]], "key_messages"),
        **{name: make.stream([("step", row) for row in text[name]], name) for name in ("script30", "script60")},
        "ready_messages": make.stream([("message", row) for row in messages], "messages"),
        "pictures": make.stream([("picture", make.picture(row)) for row in text["pictures"]], "pictures"),
    }


def _unit(place: dict | None) -> Unit | None:
    """The commune, else the province."""
    if not place:
        return None
    province = Unit.objects.of_kind(Unit.Kind.PROVINCE).filter(name=place["province"]).first()
    if province and place.get("commune"):
        return Unit.objects.within(province).of_kind(Unit.Kind.COMMUNE).filter(name=place["commune"]).first() or province
    return province
