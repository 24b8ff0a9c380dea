"""Who a page is about, and what must be seen before contact."""

from linkworks.domain.people.choices import TELEPHONES, AdjustmentKind, AlertKind
from linkworks.domain.people.models import Adjustment, Alert, Person
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.design.parts import PersonBanner, Phone


def banner_of(person: Person, known: BeforeContact, *, href: str = "") -> PersonBanner:
    return PersonBanner(
        name=person.full_name,
        also_known_as=person.preferred_name if person.preferred_name != person.given_name else "",
        born=person.date_of_birth,
        has_died_on=person.died_on,
        nhs_number=person.nhs_number,
        phones=() if person.died_on else phones(known),
        needs=needs(person, known),
        alerts=alerts(known),
        href=href,
    )


def phones(known: BeforeContact) -> tuple[Phone, ...]:
    return tuple(
        Phone(detail.value, f"({detail.safe_when})" if detail.safe_when else "")
        for detail in known.details
        if detail.kind in TELEPHONES
    )


def alerts(known: BeforeContact) -> tuple[str, ...]:
    return tuple(with_words(AlertKind(alert.kind).label, alert) for alert in known.alerts)


def needs(person: Person, known: BeforeContact) -> tuple[str, ...]:
    """Communication needs, the interpreter first."""
    interpreter = (f"{person.preferred_language} interpreter",) if person.interpreter_needed else ()
    return interpreter + tuple(with_words(AdjustmentKind(need.kind).label, need) for need in known.adjustments)


def with_words(label: str, row: Alert | Adjustment) -> str:
    return f"{label}: {row.words}" if row.words else label
