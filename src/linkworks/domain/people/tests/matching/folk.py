"""People to tell apart."""

from datetime import date

from linkworks.domain.people.matching.portrait import Description, Portrait, portray
from linkworks.domain.people.matching.recogniser import Recogniser

DAY = date(2026, 11, 22)
NUMBER, OTHER_NUMBER = "9990000018", "9990000026"

MARGARET = {
    "given_name": "Margaret",
    "family_name": "Hughes",
    "dob": "1948-03-09",
    "sex": "F",
    "address_line_1": "12 Mill Street",
    "town": "Lewisham",
    "postcode": "SE13 6JZ",
    "phone": "07700 900123",
    "nhs_number": NUMBER,
}


def person(**changed: str) -> Portrait:
    """Margaret, but for what is changed."""
    return portray([Description(**(MARGARET | changed))], today=DAY)


def compared_with(known: dict[str, Portrait], incoming: Portrait):
    return Recogniser(known | {f"stranger {place}": stranger(place) for place in range(300)}).recognise(incoming)


def stranger(place: int) -> Portrait:
    """Enough others, so that no name is everybody's."""
    letters = "abcdefghij"
    word = "".join(letters[int(digit)] for digit in f"{place:04d}")
    described = Description(
        given_name=f"q{word}",
        family_name=f"r{word}",
        dob=f"{1930 + place % 70}-05-{1 + place % 28:02d}",
        postcode=f"BR{1 + place % 8} 1AA",
    )
    return portray([described], today=DAY)
