"""Taking somebody in: their record, the referral, what became of it, and what was written back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from linkworks.demonstration import figures
from linkworks.demonstration.arrivals import Arrival
from linkworks.demonstration.cast import LOOKS_LIKE
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.days import day_of, in_office_hours
from linkworks.demonstration.post import Post
from linkworks.demonstration.receiving import Receiver
from linkworks.demonstration.registering import Registrar
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.domain.referrals import message_texts
from linkworks.domain.referrals.choices import (
    HEALTH_SOURCES,
    DeclineReason,
    ReferralSource,
    ReferralStatus,
    WithdrawReason,
)
from linkworks.domain.referrals.models import Referral, ReferralStep
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core.working_days import add_working_days


@dataclass(slots=True)
class Intake:
    """Takes in one referral after another, and says which were accepted, and when."""

    world: World
    post: Post
    receiver: Receiver
    registrar: Registrar
    chance: Chance

    def take_in(self, arrival: Arrival) -> tuple[Referral, datetime | None]:
        """The referral, and when it was accepted: never, for some, and not yet for the newest."""
        referral = self.receiver.receive(arrival)
        if arrival.part != LOOKS_LIKE:
            self.registrar.register(arrival, referral)
        self._move(referral, ReferralStatus.RECEIVED, arrival.received_at, None)
        if arrival.source in HEALTH_SOURCES:
            self.post.tell_referrer(referral, message_texts.received(referral), arrival.received_at)
        return referral, self._triage(arrival, referral)

    def _triage(self, arrival: Arrival, referral: Referral) -> datetime | None:
        working_days = self.chance.weighted(figures.TRIAGE_DAYS)
        when = in_office_hours(add_working_days(day_of(arrival.received_at), working_days), self.chance, last=17)
        when = max(when, arrival.received_at + timedelta(minutes=self.chance.between(25, 90)))
        if not self.world.is_past(when) or arrival.stays is ReferralStatus.RECEIVED:
            return None
        by = self.world.crew.coordinator if self.chance.happens(0.8) else self.world.crew.lead
        if arrival.stays is ReferralStatus.RETURNED:
            self._ask(referral, when, by)
            return None
        if not arrival.part and arrival.somebody.person is not None:
            if self.chance.happens(figures.DECLINED):
                self._decline(referral, when, by)
                return None
            if self.chance.happens(figures.WITHDRAWN):
                self._withdraw(referral, when, by)
                return None
            if self.chance.happens(figures.RETURNED):
                answered = self._return(referral, when, by)
                if answered is None:
                    return None
                when = answered + timedelta(minutes=self.chance.between(30, 200))
        return when if self.world.is_past(when) else None

    def _decline(self, referral: Referral, when: datetime, by: User) -> None:
        reason, words = self.chance.one(phrases()["declined"]["words"])
        referral.decline_reason = DeclineReason(reason)
        self._move(referral, ReferralStatus.DECLINED, when, by, words)
        self.world.log.change(by, "referral.declined", when, referral, referral.person_id, reason=reason)
        in_health = ReferralSource(referral.source) in HEALTH_SOURCES
        self.post.tell_outcome(referral, message_texts.declined(referral, words, in_health=in_health), when, by)

    def _withdraw(self, referral: Referral, when: datetime, by: User) -> None:
        reason, words = self.chance.one(phrases()["withdrawn"]["words"])
        referral.withdraw_reason = WithdrawReason(reason)
        self._move(referral, ReferralStatus.WITHDRAWN, when, by, words)
        self.world.log.change(by, "referral.withdrawn", when, referral, referral.person_id, reason=reason)
        in_health = ReferralSource(referral.source) in HEALTH_SOURCES
        self.post.tell_outcome(referral, message_texts.withdrawn(referral, in_health=in_health), when, by)

    def _ask(self, referral: Referral, when: datetime, by: User) -> int:
        """Ask the referrer. Which question it was."""
        number = self.chance.between(0, len(phrases()["returned"]["questions"]) - 1)
        self._move(referral, ReferralStatus.RETURNED, when, by, phrases()["returned"]["questions"][number])
        self.world.log.change(by, "referral.returned", when, referral, referral.person_id)
        return number

    def _return(self, referral: Referral, when: datetime, by: User) -> datetime | None:
        """Ask the referrer. When they answered; None while they have not."""
        number = self._ask(referral, when, by)
        answered = in_office_hours(add_working_days(day_of(when), self.chance.between(1, 8)), self.chance)
        if not self.world.is_past(answered):
            return None
        self._move(referral, ReferralStatus.RECEIVED, answered, None, phrases()["returned"]["answers"][number])
        self.world.log.change(None, "referral.answered", answered, referral, referral.person_id)
        return answered

    def accept(self, referral: Referral, when: datetime, by: User) -> None:
        self._move(referral, ReferralStatus.ACCEPTED, when, by, self.chance.one(phrases()["triage"]["accepted"]))
        level = referral.support_level
        self.world.log.change(by, "referral.accepted", when, referral, referral.person_id, support_level=level)
        in_health = ReferralSource(referral.source) in HEALTH_SOURCES
        self.post.tell_outcome(referral, message_texts.accepted(referral, in_health=in_health), when, by)

    def _move(
        self, referral: Referral, status: ReferralStatus, when: datetime, by: User | None, words: str = ""
    ) -> None:
        referral.status = status
        referral.updated_at = when
        self.world.rows.add(
            ReferralStep,
            when,
            team_id=referral.team_id,
            person_id=referral.person_id,
            referral=referral,
            status=status,
            words=words,
            at=when,
            by_id=by.pk if by else None,
        )
