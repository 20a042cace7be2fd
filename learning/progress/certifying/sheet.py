"""A certificate on paper, in its own language."""

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from config.languages import BY_CODE, SOURCE
from learning.progress.certificates import Certificate
from sharing.certificate import CertificateFace, CertificateWords, certificate


def spoken(item: Certificate) -> str:
    """The language in which the certificate speaks: that of the course, where the site's own words have it."""
    return item.language if item.language in BY_CODE and BY_CODE[item.language].interface else SOURCE


def sheet(item: Certificate) -> bytes:
    """A PDF of one page, with her full name: it is hers to show."""
    with translation.override(spoken(item)):
        face = CertificateFace(item.member.get_full_name(), item.course_title, item.issued_on, item.printed_code, item.public_address)
        words = CertificateWords(
            language=spoken(item),
            union=_("The Viet Nam Women’s Union"),
            title=_("Certificate"),
            given_to=_("This certifies that"),
            has_completed=_("has completed the course"),
            day=_("Issued on %(date)s") % {"date": date_format(item.issued_on, "DATE_FORMAT")},
            code=_("Code"),
            verify=_("Scan this code to verify the certificate."),
        )
        return certificate(face, words)
