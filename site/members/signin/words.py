"""What is said when no try is left."""

from django.utils.translation import ngettext

from members.limits import Locked


def member_sentence(locked: Locked) -> str:
    if locked.limit.kind == "address":
        said = ngettext("Too many unknown codes. Try again in %(minutes)s minute.", "Too many unknown codes. Try again in %(minutes)s minutes.", locked.minutes)
    elif locked.limit.kind == "phone":
        said = ngettext(
            "This phone is locked for now after many wrong tries. Try again in %(minutes)s minute.",
            "This phone is locked for now after many wrong tries. Try again in %(minutes)s minutes.",
            locked.minutes,
        )
    else:
        said = ngettext(
            "The card is locked for now after %(tries)s wrong PINs. Try again in %(minutes)s minute, or ask an official of the Union for a new card.",
            "The card is locked for now after %(tries)s wrong PINs. Try again in %(minutes)s minutes, or ask an official of the Union for a new card.",
            locked.minutes,
        )
    return said % {"minutes": locked.minutes, "tries": locked.limit.tries}


def staff_sentence(locked: Locked) -> str:
    said = ngettext(
        "The account is locked for now after %(tries)s wrong tries. Try again in %(minutes)s minute.",
        "The account is locked for now after %(tries)s wrong tries. Try again in %(minutes)s minutes.",
        locked.minutes,
    )
    return said % {"minutes": locked.minutes, "tries": locked.limit.tries}
