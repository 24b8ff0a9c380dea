"""United Kingdom telephone numbers: kept as +447700900123, shown as 07700 900123."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers

COUNTRY_CODE = 44
EXAMPLE = "like 07700 900123 or 020 7946 0123"

# "Numbers for drama": Ofcom keeps these out of use, a thousand numbers to each stem.
# Some are no valid number to phonenumbers, and demonstrations need all of them.
DRAMA_STEMS = (
    "+441134960",  # Leeds
    "+441144960",  # Sheffield
    "+441154960",  # Nottingham
    "+441164960",  # Leicester
    "+441174960",  # Bristol
    "+441184960",  # Reading
    "+441214960",  # Birmingham
    "+441314960",  # Edinburgh
    "+441414960",  # Glasgow
    "+441514960",  # Liverpool
    "+441614960",  # Manchester
    "+441914980",  # Tyneside, Durham, Sunderland
    "+441632960",  # no area
    "+442079460",  # London
    "+442896496",  # Northern Ireland
    "+442920180",  # Cardiff
    "+443069990",  # United Kingdom wide
    "+447700900",  # mobile
    "+448081570",  # freephone
    "+449098790",  # premium rate
)
_DRAMA = re.compile(rf"(?:{'|'.join(map(re.escape, DRAMA_STEMS))})[0-9]{{3}}")

_AS_DIALLED = re.compile("0([1-9][0-9]{8,9})")
_ONE_NUMBER = re.compile(r"[0-9\s+().\-\u2010-\u2015\u2212]*")
# 070 numbers follow a person and cost a lot to ring; 076 are pagers, but for 07624.
_MOBILE = re.compile(r"\+447(?:[1-57-9]|624)")


class PhoneError(ValueError):
    """Its message is a sentence for the person who typed the number."""


class PhoneKind(StrEnum):
    MOBILE = "mobile"
    LANDLINE = "landline"
    OTHER = "other"  # freephone, national and premium rates: no home to ring, no texts


@dataclass(frozen=True, slots=True)
class Phone:
    e164: str

    def __str__(self) -> str:
        return self.national

    @property
    def national(self) -> str:
        number = phonenumbers.parse(self.e164)
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)

    @property
    def kind(self) -> PhoneKind:
        if self.e164.startswith(("+441", "+442")):
            return PhoneKind.LANDLINE
        if _MOBILE.match(self.e164):
            return PhoneKind.MOBILE
        return PhoneKind.OTHER

    @property
    def is_drama(self) -> bool:
        """Whether it rings nobody, because Ofcom keeps it for drama."""
        return _DRAMA.fullmatch(self.e164) is not None


def parse_phone(text: str) -> Phone:
    """Read a number as people write it: +44 (0)20 7946 0123, 0044…, 07700-900123."""
    typed = unicodedata.normalize("NFKC", text).strip()
    if not typed:
        raise PhoneError(f"Enter a telephone number, {EXAMPLE}.")
    if not _ONE_NUMBER.fullmatch(typed):
        raise PhoneError(
            f"Enter one telephone number on its own, {EXAMPLE}. "
            "Put a name, an extension or a second number in the note beside it."
        )
    return Phone(_to_e164(typed))


def _to_e164(typed: str) -> str:
    number = _parse(typed)
    if number.country_code != COUNTRY_CODE:
        raise PhoneError(f"That number belongs to another country. Enter a United Kingdom number, {EXAMPLE}.")
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if not (phonenumbers.is_valid_number(number) or _DRAMA.fullmatch(e164)):
        raise _unreadable()
    return e164


def _parse(typed: str) -> phonenumbers.PhoneNumber:
    """Most are typed plain, and then there is nothing to work out."""
    if plain := _AS_DIALLED.fullmatch(typed):
        return phonenumbers.PhoneNumber(country_code=COUNTRY_CODE, national_number=int(plain[1]))
    try:
        return phonenumbers.parse(typed, "GB")
    except phonenumbers.NumberParseException as fault:
        raise _unreadable() from fault


def _unreadable() -> PhoneError:
    return PhoneError(
        f"We could not read that telephone number. Check that it begins with 0 and that no digit is missing, {EXAMPLE}."
    )
