"""Whom of the people on record might a referral be about?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.filing import describe
from linkworks.domain.people.matching.deciding import Finding, Outcome
from linkworks.domain.people.matching.likeness import NumberLikeness
from linkworks.domain.people.matching.portrait import portray
from linkworks.domain.people.models import ContactDetail, Person, Practice
from linkworks.domain.people.policies import works_with_people
from linkworks.domain.people.selectors.recognise import find_alike
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.recognise import cautions, reasons
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.gather import gather


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Somebody on record who may be the one referred: why, and what speaks against it."""

    person: Person
    phones: frozenset[str]
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    is_very_likely: bool

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
    people, phones = _read(actor, [one.key for one in findings])
    return tuple(_look_alike(referral, one, people[one.key], phones[one.key]) for one in findings)


def _look_alike(referral: Referral, finding: Finding[UUID], person: Person, phones: frozenset[str]) -> LookAlike:
    return LookAlike(
        person=person,
        phones=phones,
        reasons=tuple(reasons(finding.pair, referral, person)),
        cautions=tuple(cautions(finding)),
        is_very_likely=finding.outcome is Outcome.MATCH,
    )


def _read(actor: Actor, person_ids: Iterable[UUID]) -> tuple[dict[UUID, Person], dict[UUID, frozenset[str]]]:
    ids = list(person_ids)
    details = ContactDetail.objects.visible_to(actor).filter(person__in=ids, ended_at__isnull=True)
    found = gather(
        people=Person.objects.visible_to(actor).filter(pk__in=ids),
        practices=Practice.objects.visible_to(actor).filter(people__in=ids).distinct(),
        details=details.exclude(kind=ContactKind.EMAIL),
    )
    practices = {practice.pk: practice for practice in found["practices"]}
    people = {person.pk: person for person in found["people"]}
    for person in people.values():
        person.practice = practices.get(person.practice_id)
    phones: dict[UUID, frozenset[str]] = defaultdict(frozenset)
    for detail in found["details"]:
        phones[detail.person_id] |= {detail.value}
    return people, phones
