"""A referral as it arrives: what was written of the person, what was agreed to, and who sent it."""

from dataclasses import dataclass, field
from typing import Any

from linkworks.demonstration.arrivals import Arrival
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.days import day_of
from linkworks.demonstration.folk import Somebody
from linkworks.demonstration.stories import Voice, read
from linkworks.demonstration.world import World
from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.wordings import asked
from linkworks.domain.referrals.choices import Channel, ReferralSource
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.references import LENGTH, LETTERS, PREFIX
from linkworks.foundation.core.working_days import due_by

ONESELF = frozenset({ReferralSource.SELF, ReferralSource.FAMILY})
FAMILY = ("Pat", "Chris", "Sam", "Toni")


@dataclass(slots=True)
class Receiver:
    world: World
    chance: Chance
    references: set[str] = field(default_factory=set)

    def receive(self, arrival: Arrival) -> Referral:
        when, team = arrival.received_at, self.world.crew.team
        referral = self.world.rows.add(
            Referral,
            when,
            team=team,
            reference=self._reference(),
            received_at=when,
            channel=self._channel(arrival.source),
            source=arrival.source,
            reasons=list(arrival.reasons),
            first_contact_due=due_by(day_of(when), team.first_contact_working_days),
            **_facts(arrival.somebody),
            **self._words(arrival),
            **self._agreed(arrival),
            **self._referrer(arrival),
        )
        self.world.log.change(
            None, "referral.received", when, referral, None, source=arrival.source, channel=referral.channel
        )
        return referral

    def _reference(self) -> str:
        while (reference := PREFIX + "".join(self.chance.one(LETTERS) for _ in range(LENGTH))) in self.references:
            pass
        self.references.add(reference)
        return reference

    def _channel(self, source: ReferralSource) -> Channel:
        if source is ReferralSource.SELF:
            return Channel.SELF_FORM if self.chance.happens(0.55) else Channel.STAFF
        return Channel.PROFESSIONAL_FORM if self.chance.happens(0.8) else Channel.STAFF

    def _words(self, arrival: Arrival) -> dict[str, Any]:
        one, by_themselves = arrival.somebody, arrival.source in ONESELF
        says = arrival.story.says if by_themselves else arrival.story.asked
        return {
            "nhs_number": "" if by_themselves else one.nhs_number,
            "reason_words": Voice.of(one.given_name, one.gender).say(self.world.wording.choose(says, one.practice.pk)),
            "risk_words": "" if by_themselves else one.risk,
        }

    def _agreed(self, arrival: Arrival) -> dict[str, Any]:
        by_themselves = arrival.source in ONESELF
        return {
            "consent_given": True,
            "consent_wording": asked(ConsentKind.SUPPORT),
            "may_tell_practice": self.chance.happens(0.86),
            "tell_practice_wording": asked(ConsentKind.SHARE_PRACTICE),
            "may_tell_referrer": not by_themselves and self.chance.happens(0.8),
            "tell_referrer_wording": "" if by_themselves else asked(ConsentKind.SHARE_REFERRER),
        }

    def _referrer(self, arrival: Arrival) -> dict[str, str]:
        source, practice = arrival.source, arrival.somebody.practice
        if source is ReferralSource.SELF:
            return {}
        known = read("places.toml")["staff"][source.value]
        name, role = self.chance.one(known["people"])
        if source is ReferralSource.FAMILY:
            named = f"{self.chance.one(FAMILY)} {arrival.somebody.family_name}"
            return {"referrer_name": named, "referrer_role": role}
        at_practice = source is ReferralSource.PRACTICE
        return {
            "referrer_name": name,
            "referrer_role": role,
            "referrer_organisation": practice.name if at_practice else self.chance.one(known["organisations"]),
            "referrer_email": practice.email if at_practice else f"{source.value}@example.org",
        }


def _facts(one: Somebody) -> dict[str, Any]:
    return {
        "given_name": one.given_name,
        "family_name": one.family_name,
        "date_of_birth": one.date_of_birth,
        "gender": one.gender,
        "address_line_1": one.address,
        "town": "London" if one.address else "",
        "postcode": one.postcode,
        "telephone": one.telephone,
        "email": one.email,
        "preferred_language": one.language,
        "interpreter_needed": one.interpreter_needed,
        "practice": one.practice,
        "may_voicemail": one.may_voicemail,
        "may_text": one.may_text,
        "safe_when": one.safe_when,
        "communication_needs": list(one.needs),
        "communication_asked": True,
    }
