"""The poster of a month: what the branch learns, and the code that leads there."""

from sharing.sheets import Sheet, sheets_pdf

PICTURE = (("wide", "image/webp"), ("print", "image/jpeg"))  # what was made of the cover: an original may be of any size


def draw(page, address: str, *, unit_name: str = "", phone: str = "", made_on=None) -> bytes:
    """A4. address: of the lesson, or of the kit where it has none."""
    rendition = next((made for role, mime in PICTURE if page.card_picture and (made := page.card_picture.made(role).get(mime))), None)
    picture = rendition.file.storage.open(rendition.file.name) if rendition else None
    try:
        sheet = Sheet(page.title, page.summary, picture, address, unit_name, phone, page.language.code)
        return sheets_pdf([sheet], "a4", made_on=made_on)
    finally:
        if picture:
            picture.close()
