"""What somebody typed into the one search box: a name, a date of birth, a number, a postcode, in any order."""

import re
from dataclasses import dataclass
from datetime import date

from linkworks.domain.people.matching.portrait import Description, Portrait, portray
from linkworks.foundation.core import clock
from linkworks.foundation.core.names import fold_name
from linkworks.foundation.core.nhs_number import LENGTH as NHS_NUMBER_LENGTH
from linkworks.foundation.core.nhs_number import NhsNumberError, parse_nhs_number
from linkworks.foundation.core.phone import PhoneError, parse_phone
from linkworks.foundation.core.postcode import PostcodeError, parse_postcode

_DATE = re.compile(r"\b(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\b")
_DIGITS = re.compile(r"\+?\d[\d ()-]{5,}\d")
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look for; empty parts were not given. `unread` is a sentence about what could not be understood."""

    name: str = ""
    date_of_birth: date | None = None
    nhs_number: str = ""
    postcode: str = ""
    telephone: str = ""
    unread: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.date_of_birth or self.nhs_number or self.postcode or self.telephone)

    def portray(self) -> Portrait:
        """As the engine compares it. One word may be a given or a family name."""
        told = Description(
            family_name=self.name,
            dob=self.date_of_birth.isoformat() if self.date_of_birth else "",
            postcode=self.postcode,
            phone=self.telephone,
            nhs_number=self.nhs_number,
        )
        either = [] if " " in self.name else [Description(given_name=self.name)]
        return portray([told, *either], today=clock.today())


def read_search(words: str) -> Sought:
    """Take the parts apart; what is left over is a name."""
    found: dict[str, object] = {}
    rest = _take_date(words, found)
    rest = _take_postcode(rest, found)
    rest = _take_digits(rest, found)
    return Sought(name=fold_name(rest), **found)  # type: ignore[arg-type]


def _take_date(words: str, found: dict[str, object]) -> str:
    match = _DATE.search(words)
    if match is None:
        return words
    day, month, year = map(int, match.groups())
    try:
        found["date_of_birth"] = date(year, month, day)
    except ValueError:
        found["unread"] = f"{match.group()} is not a date. Type the day, the month and the year, like 27 3 1956."
    return words[: match.start()] + words[match.end() :]


def _take_postcode(words: str, found: dict[str, object]) -> str:
    match = _POSTCODE.search(words)
    if match is None:
        return words
    try:
        found["postcode"] = str(parse_postcode(match.group()))
    except PostcodeError:
        return words
    return words[: match.start()] + words[match.end() :]


def _take_digits(words: str, found: dict[str, object]) -> str:
    match = _DIGITS.search(words)
    if match is None:
        return words
    for name, read in (("nhs_number", parse_nhs_number), ("telephone", lambda text: parse_phone(text).e164)):
        try:
            found[name] = read(match.group())
            break
        except (NhsNumberError, PhoneError):
            continue
    else:
        found["unread"] = _unread_number(match.group())
    return words[: match.start()] + words[match.end() :]


def _unread_number(typed: str) -> str:
    if len(re.sub(r"\D", "", typed)) == NHS_NUMBER_LENGTH and not typed.lstrip().startswith(("0", "+")):
        return "That is not an NHS number: one digit may be wrong, or two may have changed places."
    return "We could not read that number. An NHS number has 10 digits; a telephone number starts with 0."
