"""The record of a person, as it is made from a referral."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from linkworks.demonstration.arrivals import Arrival
from linkworks.demonstration.days import day_of
from linkworks.demonstration.folk import Somebody
from linkworks.demonstration.post import Post
from linkworks.demonstration.stories import Voice, phrases
from linkworks.demonstration.world import World
from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ConsentKind, ContactKind, GivenHow
from linkworks.domain.people.models import Adjustment, Alert, Consent, ContactDetail, Person, RelatedPerson
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.domain.referrals.choices import Channel, ReferralSource
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core.phone import DRAMA_STEMS

SUPPORTED_BY_SOMEBODY = 0.28
RELATIVES = frozenset({"Daughter", "Son", "Sister", "Brother", "Grandson"})
HOME_STEM = DRAMA_STEMS[13]


class Registrar:
    def __init__(self, world: World, post: Post) -> None:
        self._world = world
        self._post = post
        self._chance = world.chance.of("registering")
        self.known: dict[UUID, BeforeContact] = {}

    def register(self, arrival: Arrival, referral: Referral) -> None:
        """Link the referral to the person's record: a new one, or the one there is."""
        one, when = arrival.somebody, arrival.received_at
        if one.person is None:
            one.person = self._person(one, when)
            self._add_what_was_said(one, one.person, when)
            self._world.log.change(None, "person.registered", when, one.person, one.person.pk)
        referral.person = one.person
        self._consents(referral, one.person, when)

    def _person(self, one: Somebody, when: datetime) -> Person:
        person = self._world.rows.add(
            Person,
            when,
            team=self._world.crew.team,
            given_name=one.given_name,
            family_name=one.family_name,
            date_of_birth=one.date_of_birth,
            nhs_number=one.nhs_number,
            gender=one.gender,
            ethnicity=one.ethnicity,
            preferred_language=one.language,
            interpreter_needed=one.interpreter_needed,
            address_line_1=one.address,
            town="London" if one.address else "",
            postcode=one.postcode,
            no_fixed_abode=one.no_fixed_abode,
            practice=one.practice,
            communication_asked_on=day_of(when),
        )
        person.search_name = person.folded_names
        return person

    def _add_what_was_said(self, one: Somebody, person: Person, when: datetime) -> None:
        known = self.known[person.pk] = BeforeContact()
        lists = (known.details, self._details), (known.alerts, self._alerts), (known.adjustments, self._adjustments)
        for standing, said in lists:
            for model, values in said(one):
                standing.append(self._world.rows.add(model, when, team_id=person.team_id, person=person, **values))
        if self._chance.happens(SUPPORTED_BY_SOMEBODY):
            self._supporter(one, person, when)

    def _details(self, one: Somebody) -> Iterable[tuple[type[Any], dict[str, Any]]]:
        yield (
            ContactDetail,
            {
                "kind": ContactKind.MOBILE if one.has_mobile else ContactKind.LANDLINE,
                "value": one.telephone,
                "may_voicemail": one.may_voicemail,
                "may_text": one.may_text,
                "safe_when": one.safe_when,
                "is_preferred": True,
            },
        )
        if one.email:
            yield ContactDetail, {"kind": ContactKind.EMAIL, "value": one.email}

    def _alerts(self, one: Somebody) -> Iterable[tuple[type[Any], dict[str, Any]]]:
        if not one.may_voicemail:
            yield Alert, {"kind": AlertKind.NO_VOICEMAIL}
        if one.has_mobile and not one.may_text:
            yield Alert, {"kind": AlertKind.NO_TEXT}
        if one.safe_when:
            yield Alert, {"kind": AlertKind.SAFE_CONTACT, "words": one.safe_when}

    def _adjustments(self, one: Somebody) -> Iterable[tuple[type[Any], dict[str, Any]]]:
        voice = Voice.of(one.given_name, one.gender)
        for kind, words in one.needs.items():
            met = phrases()["hearing_met"]["words"][0] if kind is AdjustmentKind.HEARING else ""
            yield Adjustment, {"kind": kind, "words": voice.say(words), "how_met": met}
        if one.interpreter_needed:
            yield Adjustment, {"kind": AdjustmentKind.SPOKEN_INTERPRETER, "words": one.language}

    def _supporter(self, one: Somebody, person: Person, when: datetime) -> None:
        relationship = self._chance.one(phrases()["supporter"]["relationships"])
        family_name = (
            one.family_name if relationship in RELATIVES else self._chance.one(("Grant", "Bello", "Shaw", "Ivanov"))
        )
        self._world.rows.add(
            RelatedPerson,
            when,
            team_id=person.team_id,
            person=person,
            name=f"{self._chance.one(('Alex', 'Jo', 'Sam', 'Robin', 'Pat', 'Kim', 'Dee', 'Ray'))} {family_name}",
            relationship=relationship,
            telephone=f"{HOME_STEM}{self._chance.between(0, 999):03}",
            is_emergency_contact=self._chance.happens(0.7),
            is_carer=self._chance.happens(0.2),
            may_talk_to=self._chance.happens(0.6),
        )

    def _consents(self, referral: Referral, person: Person, when: datetime) -> None:
        answers = (
            (ConsentKind.SUPPORT, referral.consent_given, referral.consent_wording),
            (ConsentKind.SHARE_PRACTICE, referral.may_tell_practice, referral.tell_practice_wording),
            (ConsentKind.SHARE_REFERRER, referral.may_tell_referrer, referral.tell_referrer_wording),
        )
        for kind, given, wording in answers:
            if wording:
                self._post.keep(
                    self._world.rows.add(
                        Consent,
                        when,
                        team_id=person.team_id,
                        person=person,
                        kind=kind,
                        given=given,
                        wording=wording,
                        given_how=_given_how(referral),
                        given_at=when,
                    )
                )


def _given_how(referral: Referral) -> GivenHow:
    if referral.channel == Channel.SELF_FORM:
        return GivenHow.ONLINE
    return GivenHow.SPOKEN if referral.source == ReferralSource.SELF else GivenHow.BY_REFERRER
