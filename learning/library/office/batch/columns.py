"""The columns of the sheet that comes with many files, by the headers that people write. Pure."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from members.importing.columns import Field, plain

FIELDS = (
    Field("file", _("File name"), ("ten tep", "ten file", "tep", "file", "ten tap tin", "tap tin", "file name", "filename")),
    Field("title", _("Title"), ("tieu de", "ten tai lieu", "ten van ban", "ten", "title")),
    Field("kind", _("Kind"), ("loai", "loai tai lieu", "kind", "type")),
    Field("language", _("Language"), ("ngon ngu", "tieng", "language")),
    Field("topic", _("Topic"), ("chu de", "linh vuc", "topic")),
    Field("summary", _("Summary"), ("tom tat", "trich yeu", "noi dung", "mo ta", "gioi thieu", "summary")),
    Field("issuing_body", _("Issued by"), ("noi ban hanh", "co quan ban hanh", "don vi ban hanh", "ban hanh", "tac gia", "issued by", "issuing body")),
    Field("year", _("Year"), ("nam", "nam ban hanh", "year")),
    Field("minutes", _("Minutes"), ("so phut", "phut", "thoi luong", "minutes")),
    Field("collection", _("Collection"), ("thu muc", "bo suu tap", "collection", "folder")),
    Field("tags", _("Tags"), ("nhan", "tu khoa", "the", "tags")),
    Field("work", _("The same work as"), ("cung tai lieu voi", "cung tai lieu", "ban dich cua", "nhom", "nhom ban dich", "same work as", "same work", "work")),
    Field("review_on", _("Review again on"), ("xem lai ngay", "ngay xem lai", "han xem lai", "xem lai", "review again on", "review on")),
)  # fmt: skip
LABELS = {field.key: field.label for field in FIELDS}
NEEDED = "file"


def guess(headers: Sequence[str]) -> dict[str, int]:
    """Field to its column, whole headers alone: "Năm" is not "Năm sinh"."""
    names = [plain(header) for header in headers]
    found: dict[str, int] = {}
    for field in FIELDS:
        known = [name for name in (plain(str(field.label)), *field.names) if name in names]
        place = next((names.index(name) for name in known if names.index(name) not in found.values()), None)
        if place is not None:
            found[field.key] = place
    return found


def is_header(cells: Sequence[str]) -> bool:
    found = guess(cells)
    return NEEDED in found and len(found) >= 2
