"""Postcodes, whole (SE13 6JZ) or only the first half (SE13).

The NHS also writes codes that begin ZZ99 for people without an address in the country;
they are postcodes here, and say so, because they must never be taken for a place.
"""

import re
import unicodedata
from dataclasses import dataclass

_OUTWARD = (
    r"[A-PR-UWYZ](?:[0-9][0-9]?|[A-HK-Y][0-9][0-9]?"
    r"|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY])"
)
_INWARD = r"[0-9][ABD-HJLNP-UW-Z]{2}"
_WHOLE = re.compile(rf"({_OUTWARD})({_INWARD})")
_FIRST_HALF = re.compile(rf"({_OUTWARD})")
_NO_PLACE = re.compile(r"(ZZ99)([0-9][A-Z]Z)")

# NHS Data Dictionary and the NHS Postcode Directory.
_NO_PLACE_WORDS = {
    "3VZ": "no fixed abode",
    "3WZ": "address not known",
    "3CZ": "England, address not given",
    "3GZ": "Wales, address not given",
    "1WZ": "Scotland, address not given",
    "2WZ": "Northern Ireland, address not given",
}
_ABROAD = "usually lives outside the United Kingdom"


class PostcodeError(ValueError):
    """Its message is a sentence for the person who typed the postcode."""


@dataclass(frozen=True, slots=True)
class Postcode:
    outward: str
    inward: str = ""

    def __str__(self) -> str:
        return f"{self.outward} {self.inward}".strip()

    @property
    def is_whole(self) -> bool:
        return bool(self.inward)

    @property
    def area(self) -> str:
        """The letters a postcode begins with: SE, E, BR."""
        return re.split("[0-9]", self.outward)[0] if self.is_place else ""

    @property
    def sector(self) -> str:
        """The half, with one digit of the other: SE13 6. Blank for half a postcode."""
        return f"{self.outward} {self.inward[0]}" if self.is_whole else ""

    @property
    def is_place(self) -> bool:
        """Whether it names somewhere: two people with the same ZZ99 code share nothing."""
        return self.outward != "ZZ99"

    @property
    def is_no_fixed_abode(self) -> bool:
        return not self.is_place and self.inward == "3VZ"

    @property
    def meaning(self) -> str:
        """What a code that names no place says instead; blank for a place."""
        if self.is_place:
            return ""
        return _NO_PLACE_WORDS.get(self.inward, _ABROAD)


NO_FIXED_ABODE = Postcode("ZZ99", "3VZ")


def parse_postcode(text: str, *, allow_half: bool = False) -> Postcode:
    """Read a postcode however it was spaced or capitalised.

    With `allow_half`, the first half alone will do, for a search or an area served.
    """
    code = re.sub(r"[\s.\-]+", "", unicodedata.normalize("NFKC", text)).upper()
    if not code:
        raise PostcodeError("Enter a postcode, like SE13 6JZ.")
    if match := _WHOLE.fullmatch(code) or _NO_PLACE.fullmatch(code):
        return Postcode(*match.groups())
    if match := _FIRST_HALF.fullmatch(code):
        if allow_half:
            return Postcode(match[1])
        raise PostcodeError(f"{match[1]} is only the first half. Add the rest of the postcode, like SE13 6JZ.")
    raise PostcodeError(
        "We could not read that postcode. Check it against a letter or a map: "
        "it should look like SE13 6JZ. For someone with no fixed abode, "
        f"use {NO_FIXED_ABODE}."
    )
