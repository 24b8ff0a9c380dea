"""The summary as a document that anybody can read: a tagged PDF. Here, and only here, the person is named."""

from collections.abc import Iterable

from linkworks.domain.casework.closing_summary import split_into_sections
from linkworks.domain.casework.models import Case
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.design.documents import make_pdf

TEMPLATE = "design/plain_letter.typ"
TITLE = "Social prescribing: support has ended"


def closing_document(case: Case, practice: str, summary: str) -> bytes:
    team = case.team
    return make_pdf(
        TEMPLATE,
        {
            "title": TITLE,
            "from": [line for line in (team.name, team.telephone, team.email) if line],
            "to": [practice],
            "date": words.full_date(clock.today()),
            "facts": list(_facts(case)),
            "sections": [
                {"heading": section.heading, "text": section.text} for section in split_into_sections(summary)
            ],
            "footer": f"{team.name}, our reference {case.referral.reference}",
        },
    )


def _facts(case: Case) -> Iterable[tuple[str, str]]:
    person = case.person
    yield "Name", person.full_name
    if person.date_of_birth:
        yield "Date of birth", words.full_date(person.date_of_birth)
    if person.nhs_number:
        yield "NHS number", display_nhs_number(person.nhs_number)
    yield "Our reference", case.referral.reference
