"""Whom of the people on record might a referral be about?"""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.models import ContactDetail, Person
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.recognise import PersonFacts, recognise
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Somebody on record who may be the one referred: why, and what speaks against it."""

    person: Person
    phones: frozenset[str]
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]

    def has_number(self, nhs_number: str) -> bool:
        return bool(nhs_number) and self.person.nhs_number == nhs_number


def find_look_alikes(actor: Actor, referral: Referral) -> tuple[LookAlike, ...]:
    """The likeliest first, of those whom this actor may see."""
    people = {person.pk: person for person in _candidates(actor, referral)}
    if not people:
        return ()
    phones = _phones(people)
    known = [_facts_of(person, phones[person.pk]) for person in people.values()]
    return tuple(
        LookAlike(people[match.person.person_id], match.person.phones, match.reasons, match.cautions)
        for match in recognise(_facts_of_referred(referral), known)
        if match.person.person_id is not None
    )


def _candidates(actor: Actor, referral: Referral) -> QuerySet[Person]:
    """Two look-ups by index: the same NHS number, or the same date of birth. Scoring them is `recognise`'s."""
    shared = Q()
    if referral.nhs_number:
        shared |= Q(nhs_number=referral.nhs_number)
    if referral.date_of_birth:
        shared |= Q(date_of_birth=referral.date_of_birth)
    people: QuerySet[Person] = Person.objects.visible_to(actor).select_related("practice")
    return people.filter(shared) if shared else people.none()


def _phones(people: dict[UUID, Person]) -> dict[UUID, frozenset[str]]:
    numbers = ContactDetail.objects.filter(person__in=people, ended_at__isnull=True).exclude(kind=ContactKind.EMAIL)
    found: dict[UUID, frozenset[str]] = defaultdict(frozenset)
    for person_id, number in numbers.values_list("person_id", "value"):
        found[person_id] |= {number}
    return found


def _facts_of(person: Person, phones: frozenset[str]) -> PersonFacts:
    return PersonFacts(
        given_name=person.given_name,
        family_name=person.family_name,
        preferred_name=person.preferred_name,
        date_of_birth=person.date_of_birth,
        nhs_number=person.nhs_number,
        postcode=person.postcode,
        phones=phones,
        person_id=person.pk,
    )


def _facts_of_referred(referral: Referral) -> PersonFacts:
    return PersonFacts(
        given_name=referral.given_name,
        family_name=referral.family_name,
        date_of_birth=referral.date_of_birth,
        nhs_number=referral.nhs_number,
        postcode=referral.postcode,
        phones=frozenset({referral.telephone} - {""}),
    )
