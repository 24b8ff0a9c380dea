"""What was written to practices, referrers and partners: sent already, in the words the application would have used."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from linkworks.demonstration.world import World
from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.models import Consent
from linkworks.domain.referrals.choices import Recipient, ReferralSource
from linkworks.domain.referrals.message_texts import Message
from linkworks.domain.referrals.models import MessageBack, Referral
from linkworks.foundation.accounts.models import User
from linkworks.foundation.messaging.choices import Channel, MessageStatus
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage

A_MOMENT = timedelta(seconds=20)


@dataclass(slots=True)
class Post:
    world: World
    consents: dict[tuple[UUID, str], Consent]
    """The newest answer of each person on each question."""

    def keep(self, consent: Consent) -> None:
        self.consents[consent.person_id, consent.kind] = consent

    def tell_referrer(self, referral: Referral, message: Message, when: datetime) -> None:
        """About their own letter, which needs nobody's consent."""
        if referral.referrer_email:
            self._write(referral, Recipient.REFERRER, referral.referrer_email, message, when, None, None)

    def tell_outcome(self, referral: Referral, message: Message, when: datetime, by: User) -> None:
        from_practice = referral.source == ReferralSource.PRACTICE
        kind = ConsentKind.SHARE_PRACTICE if from_practice else ConsentKind.SHARE_REFERRER
        consent = self.agreed(referral, kind)
        if referral.referrer_email and consent is not None:
            self._write(referral, Recipient.REFERRER, referral.referrer_email, message, when, by, consent)

    def tell_practice(self, referral: Referral, message: Message, when: datetime, by: User) -> bool:
        consent = self.agreed(referral, ConsentKind.SHARE_PRACTICE)
        if referral.practice is None or consent is None:
            return False
        self._write(referral, Recipient.PRACTICE, referral.practice.email, message, when, by, consent)
        return True

    def agreed(self, referral: Referral, kind: ConsentKind) -> Consent | None:
        if referral.person_id is None:
            return None
        consent = self.consents.get((referral.person_id, kind))
        return consent if consent is not None and consent.given else None

    def send(
        self,
        recipient: str,
        subject: str,
        body: str,
        when: datetime,
        *,
        about: UUID | None,
        channel: Channel = Channel.EMAIL,
        leaves_at: datetime | None = None,
    ) -> OutboxMessage:
        """Put it into the outbox; it has left already if its time is past."""
        leaves = leaves_at or when + A_MOMENT
        has_left = self.world.is_past(leaves)
        message = self.world.rows.add(
            OutboxMessage,
            when,
            team=self.world.crew.team,
            channel=channel,
            status=MessageStatus.SENT if has_left else MessageStatus.WAITING,
            attempts=int(has_left),
            sent_at=leaves if has_left else None,
            not_before=leaves_at,
        )
        self.world.rows.add(
            MessageContent,
            when,
            team=self.world.crew.team,
            message=message,
            recipient=recipient,
            subject=subject,
            body=body,
            about_person_id=about,
        )
        return message

    def _write(
        self,
        referral: Referral,
        recipient: Recipient,
        address: str,
        message: Message,
        when: datetime,
        by: User | None,
        consent: Consent | None,
    ) -> None:
        sent = self.send(address, message.subject, message.text, when, about=referral.person_id)
        written = self.world.rows.add(
            MessageBack,
            when,
            team_id=referral.team_id,
            person_id=referral.person_id,
            referral=referral,
            recipient=recipient,
            kind=message.kind,
            address=address,
            text=message.text,
            consent=consent,
            outbox_id=sent.pk,
            by_id=by.pk if by else None,
        )
        self.world.log.change(
            by,
            "referral.message_back_written",
            when,
            written,
            referral.person_id,
            kind=message.kind,
            recipient=recipient,
        )
