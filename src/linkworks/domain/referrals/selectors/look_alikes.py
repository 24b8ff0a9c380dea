"""Whom of the people on record might a referral be about?"""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.filing import describe
from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.deciding import Finding, Outcome
from linkworks.domain.people.matching.likeness import NumberLikeness
from linkworks.domain.people.matching.portrait import portray
from linkworks.domain.people.models import Addition, ContactDetail, Person, Practice
from linkworks.domain.people.policies import works_with_people
from linkworks.domain.people.selectors.recognise import find_alike
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.recognise import cautions, reasons
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.gather import gather

TAKEN_BACK = "It was decided before, and taken back, that the referral is about this person"


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Somebody on record who may be the one referred: why, and what speaks against it."""

    person: Person
    phones: frozenset[str]
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    is_very_likely: bool
    pair: Comparison

    def has_number(self, nhs_number: str) -> bool:
        return bool(nhs_number) and self.person.nhs_number == nhs_number


def find_look_alikes(actor: Actor, referral: Referral) -> tuple[LookAlike, ...]:
    """The likeliest first, of those whom this actor may see."""
    if not works_with_people(actor):
        return ()
    referred = portray([describe(referral, referral.telephone)], today=clock.today())
    findings = [one for one in find_alike(actor, referred) if one.pair.number is not NumberLikeness.CONFLICT]
    if not findings:
        return ()
    known = _read(actor, referral, [one.key for one in findings])
    return tuple(_look_alike(referral, one, known) for one in findings)


def find_addition(actor: Actor, referral: Referral) -> Addition | None:
    """What this referral brought onto the record of somebody known, unless it was taken back."""
    additions = Addition.objects.visible_to(actor).filter(source_id=referral.pk, taken_back_at__isnull=True)
    found: Addition | None = additions.select_related("person").first()
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    people: dict[UUID, Person]
    phones: dict[UUID, frozenset[str]]
    taken_back: set[UUID]
    """Those of whom it was said, and taken back, that the referral is about them."""


def _look_alike(referral: Referral, finding: Finding[UUID], known: _Known) -> LookAlike:
    person = known.people[finding.key]
    was_taken_back = person.pk in known.taken_back
    return LookAlike(
        person=person,
        phones=known.phones[person.pk],
        reasons=tuple(reasons(finding.pair, referral, person)),
        cautions=(TAKEN_BACK, *cautions(finding)) if was_taken_back else tuple(cautions(finding)),
        is_very_likely=finding.outcome is Outcome.MATCH and not was_taken_back,
        pair=finding.pair,
    )


def _read(actor: Actor, referral: Referral, person_ids: list[UUID]) -> _Known:
    details = ContactDetail.objects.visible_to(actor).filter(person__in=person_ids, ended_at__isnull=True)
    additions = Addition.objects.visible_to(actor).filter(source_id=referral.pk)
    found = gather(
        people=Person.objects.visible_to(actor).filter(pk__in=person_ids),
        practices=Practice.objects.visible_to(actor).filter(people__in=person_ids).distinct(),
        details=details.exclude(kind=ContactKind.EMAIL),
        taken_back=additions.filter(taken_back_at__isnull=False),
    )
    practices = {practice.pk: practice for practice in found["practices"]}
    for person in found["people"]:
        person.practice = practices.get(person.practice_id)
    phones: dict[UUID, frozenset[str]] = defaultdict(frozenset)
    for detail in found["details"]:
        phones[detail.person_id] |= {detail.value}
    people = {person.pk: person for person in found["people"]}
    return _Known(people, phones, {one.person_id for one in found["taken_back"]})
