"""The list that a practice sends: no two rows are untidy in the same way."""

from linkworks.domain.people.models import Person
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.nhs_number import make_test_number

NUMBER_ON_RECORD, NUMBER_ON_THE_LIST = make_test_number(18), make_test_number(27)

# First names stand under “Surname” and family names under “First name”: whoever checks the columns puts it right.
ROWS = (
    ("Ref", "First name", "Surname", "D.O.B.", "NHS", "Address", "Post Code", "Tel no", "Died", "Risk", "Colour"),
    ("1", "Diaz", "Rosa", "4/3/1951", "", "12 Evelyn Street", "se85aa", "0207 946 0101 (niece's)", "", "High", "red"),
    ("2", "WARSAME", "Abdi", "12.11.50", "", "3 Brookmill Rd", "SE8 4HL", "020 7946 0102", "", "high", ""),
    ("3", "Cole", "Ruth", "18691", "", "40 Lee High Road", "SE13 5PT", "020 7946 0103; n/k", "", "HIGH", ""),
    ("4", "Warsame", "Abdi", "12/11/1950", "", "3 Brookmill Road", "SE8 4HL", "02079460102", "", "High", ""),
    ("5", "O’Brien", "Mary", "4/3/1951", NUMBER_ON_THE_LIST, "12 Lee High Rd", "SE13 5LQ", "020 7946 0105", "", "", ""),
    ("6", "Lowe", "Ken", "30/06/1944", "", "7 Tanners Hill", "SE8 4PJ", "ex dir", "", "", ""),
    ("7", "Obi", "Samuel", "02/02/1938", "", "1 Friendly Street", "SE8 4DT", "020 7946 0107", "9/1/2026", "", ""),
)
PEOPLE = 6  # Abdi stands on it twice


def as_sent() -> bytes:
    """As a spreadsheet of a few years ago writes it: semicolons, and letters of its own."""
    return "\r\n".join(";".join(row) for row in ROWS).encode("cp1252")


def known_before(team: Team) -> Person:
    """Mary is on record with another NHS number than the list gives her."""
    mary: Person = PersonFactory(
        team=team,
        given_name="Mary",
        family_name="O'Brien",
        date_of_birth="1951-03-04",
        nhs_number=NUMBER_ON_RECORD,
        address_line_1="12 Lee High Road",
        postcode="SE13 5LQ",
    )
    return mary
