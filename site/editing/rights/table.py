"""What each role may do: a table of names, no query."""

from dataclasses import dataclass

from editing.rights.models import Role

LIBRARY = tuple((app, f"{deed}_{model}") for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document")) for deed in ("add", "change", "choose"))
COLLECTIONS = (("wagtailcore", "add_collection"), ("wagtailcore", "change_collection"))  # who may read is set there

# What the groups are called, in the language of the installation; a unit's name follows: "Dịch tiếng Mông – Gia Phù, Sơn La".
NAMES = {Role.EDITOR: "Biên tập", Role.MODERATOR: "Duyệt bài", Role.TRANSLATOR: "Dịch", Role.KEEPER: "Giữ tài liệu"}

TOPICS = ("add_topic", "change_topic", "publish_topic")
TERMS = ("add_term", "change_term", "view_term")  # words that are always translated the same way

WRITE = ("add", "change")
PUBLISH = ("add", "change", "publish")
MODERATE = (*PUBLISH, "lock", "unlock")


@dataclass(frozen=True)
class Rights:
    """source and translations: on pages. everywhere: whole models. whole_site: those too of who serves the whole site."""

    source: tuple[str, ...] = ()
    translations: tuple[str, ...] = ()
    collection: tuple[tuple[str, str], ...] = LIBRARY
    everywhere: tuple[str, ...] = ("access_admin",)
    whole_site: tuple[str, ...] = ()


RIGHTS = {
    Role.EDITOR: Rights(source=WRITE),
    Role.MODERATOR: Rights(
        source=MODERATE,
        translations=MODERATE,
        everywhere=("access_admin", "submit_translation"),
        whole_site=(*TOPICS, *TERMS),
    ),
    # She sends to translation what she may change; her changes of the Vietnamese pages wait for the moderator.
    Role.TRANSLATOR: Rights(
        source=("change",), translations=PUBLISH, everywhere=("access_admin", "submit_translation"), whole_site=("change_topic", "publish_topic")
    ),
    Role.KEEPER: Rights(collection=LIBRARY + COLLECTIONS),
}
