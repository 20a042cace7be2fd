"""The languages of the site. A language is added here and nowhere else.

Own names are quoted, never invented; speakers of each language should still confirm them. A language whose interface is not
translated shows the Vietnamese words of header, navigation and footer, marked as Vietnamese.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

SOURCE = "vi"


@dataclass(frozen=True)
class Language:
    code: str  # the prefix of its addresses, and Wagtail's locale
    name: str  # in English, for Django; editors read it in their own language
    own_name: str  # as its speakers write it
    bcp47: str  # for lang= and hreflang=
    in_vietnamese: str  # within a sentence
    interface: bool = False  # has a complete catalogue in site/locale
    open_graph: str = ""  # Facebook and Zalo know no others

    @property
    def prefix(self) -> str:
        return "/" if self.code == SOURCE else f"/{self.code}/"


LANGUAGES = (
    Language("vi", _("Vietnamese"), "Tiếng Việt", "vi", "tiếng Việt", interface=True, open_graph="vi_VN"),
    Language("en", _("English"), "English", "en", "tiếng Anh", interface=True, open_graph="en_US"),
    Language("fr", _("French"), "Français", "fr", "tiếng Pháp", interface=True, open_graph="fr_FR"),
    # Hmoob: RPA, the international script; the script made in Viet Nam writes Hmôngz. Báo Nghệ An 10244385; one script a page.
    Language("hmn", _("Hmong"), "Hmoob", "hmn-Latn-VN", "tiếng Mông"),
    # Omniglot, "Tai Dam"; CLDR 48.2 has the same name in Tai Viet script.
    Language("blt", _("Tai Dam"), "Táy Đăm", "blt-Latn-VN", "tiếng Thái Đen"),
    Language("mtq", _("Muong"), "Mường", "mtq-Latn-VN", "tiếng Mường"),
    # Wikipedia, "Iu Mien language". Dao in Viet Nam is also spoken as Kim Mun, which this code does not cover.
    Language("ium", _("Iu Mien"), "Iu Mienh (Dao)", "ium-Latn-VN", "tiếng Dao"),
    Language("tyz", _("Tay"), "Tày", "tyz-Latn-VN", "tiếng Tày"),
    Language("nut", _("Nung"), "Nùng", "nut-Latn-VN", "tiếng Nùng"),
)
BY_CODE = {language.code: language for language in LANGUAGES}
CHOICES = [(language.code, gettext_lazy(language.name)) for language in LANGUAGES]


def teach_django() -> None:
    """Django answers 404 under a prefix that it has no entry for."""
    from django.conf.locale import LANG_INFO  # settings import this module while Django itself is loading

    for language in LANGUAGES:
        LANG_INFO.setdefault(
            language.code,
            {"bidi": False, "code": language.code, "name": language.name, "name_local": language.own_name},
        )
