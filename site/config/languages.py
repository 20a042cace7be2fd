"""The languages of the site. A language is added here and nowhere else.

The own names and greetings are quoted, never invented: each names where it was found. A language whose interface is not
translated shows the Vietnamese words of header, navigation and footer, marked as Vietnamese.
"""

from dataclasses import dataclass

SOURCE = "vi"


@dataclass(frozen=True)
class Language:
    code: str  # the prefix of its addresses, and Wagtail's locale
    name: str  # in English, for Django
    own_name: str  # as its speakers write it
    bcp47: str  # for lang= and hreflang=
    interface: bool = False  # has a complete catalogue in site/locale
    open_graph: str = ""  # Facebook and Zalo know no others
    own_name_source: str = ""

    @property
    def prefix(self) -> str:
        return "/" if self.code == SOURCE else f"/{self.code}/"


LANGUAGES = (
    Language("vi", "Vietnamese", "Tiếng Việt", "vi", interface=True, open_graph="vi_VN"),
    Language("en", "English", "English", "en", interface=True, open_graph="en_US"),
    Language("fr", "French", "Français", "fr", interface=True, open_graph="fr_FR"),
    Language("hmn", "Hmong", "Hmoob", "hmn-Latn-VN"),
    Language("blt", "Tai Dam", "Táy Đăm", "blt-Latn-VN"),
    Language("mtq", "Muong", "Mường", "mtq"),
    Language("ium", "Iu Mien", "Dao (Mienh)", "ium"),
    Language("tyz", "Tay", "Tày", "tyz"),
    Language("nut", "Nung", "Nùng", "nut"),
)
BY_CODE = {language.code: language for language in LANGUAGES}
CHOICES = [(language.code, language.name) for language in LANGUAGES]


def teach_django() -> None:
    """Django answers 404 under a prefix that it has no entry for."""
    from django.conf.locale import LANG_INFO  # settings import this module while Django itself is loading

    for language in LANGUAGES:
        LANG_INFO.setdefault(
            language.code,
            {"bidi": False, "code": language.code, "name": language.name, "name_local": language.own_name},
        )
