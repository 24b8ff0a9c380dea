"""Telling the referrer and the practice how a referral goes: composed, consented, and put into the outbox."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.models import Consent
from linkworks.domain.people.selectors.consents import newest_answer
from linkworks.domain.referrals.choices import HEALTH_SOURCES, Recipient, ReferralSource
from linkworks.domain.referrals.message_texts import Message
from linkworks.domain.referrals.models import MessageBack, Referral
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

Compose = Callable[[bool], Message]
"""Words for a recipient in health care (True) or outside it (False)."""


@dataclass(frozen=True, slots=True)
class Addressee:
    recipient: Recipient
    address: str
    in_health: bool


def answer_referrer(actor: Actor, referral: Referral, compose: Compose) -> None:
    """About their own letter to us, which needs nobody's consent and says nothing of the person."""
    for addressee in _referrer(referral):
        write_back(actor, referral, addressee, compose(addressee.in_health), None)


def tell_outcome(actor: Actor, referral: Referral, compose: Compose) -> None:
    """To the referrer and the practice, each only as far as the person agreed to it."""
    told: set[str] = set()
    for addressee in (*_referrer(referral), *_practice(referral)):
        agreed, consent = _agreement(actor, referral, addressee)
        if agreed and addressee.address not in told:
            write_back(actor, referral, addressee, compose(addressee.in_health), consent)
            told.add(addressee.address)


def _referrer(referral: Referral) -> Iterable[Addressee]:
    if referral.referrer_email:
        in_health = ReferralSource(referral.source) in HEALTH_SOURCES
        yield Addressee(Recipient.REFERRER, referral.referrer_email, in_health)


def _practice(referral: Referral) -> Iterable[Addressee]:
    if referral.practice is not None and referral.practice.email:
        yield Addressee(Recipient.PRACTICE, referral.practice.email, True)


def _agreement(actor: Actor, referral: Referral, addressee: Addressee) -> tuple[bool, Consent | None]:
    """Whether they may be told, by what the person said last; the practice's yes covers its own referrer."""
    of_practice = addressee.recipient is Recipient.PRACTICE or referral.source == ReferralSource.PRACTICE
    if of_practice:
        agreed, consent = _answer(actor, referral, ConsentKind.SHARE_PRACTICE, referral.may_tell_practice)
        if agreed or addressee.recipient is Recipient.PRACTICE:
            return agreed, consent
    return _answer(actor, referral, ConsentKind.SHARE_REFERRER, referral.may_tell_referrer)


def _answer(actor: Actor, referral: Referral, kind: ConsentKind, on_form: bool) -> tuple[bool, Consent | None]:
    """The newest answer on the person's record; the form's own while nobody has said whom it is about."""
    if referral.person_id is None:
        return on_form, None
    answer = newest_answer(actor, referral.person_id, kind)
    return answer is not None and answer.stands_on(clock.today()), answer


def write_back(
    actor: Actor,
    referral: Referral,
    addressee: Addressee,
    message: Message,
    consent: Consent | None,
    *,
    attachment: bytes | None = None,
    attachment_name: str = "",
) -> None:
    """Put one message into the outbox and keep what it says."""
    sent = outbox.put(
        actor,
        team_id=referral.team_id,
        channel=Channel.EMAIL,
        recipient=addressee.address,
        subject=message.subject,
        body=message.text,
        attachment=attachment,
        attachment_name=attachment_name,
        about_person_id=referral.person_id,
    )
    written = MessageBack.objects.create(
        team_id=referral.team_id,
        person_id=referral.person_id,
        referral=referral,
        recipient=addressee.recipient,
        kind=message.kind,
        address=addressee.address,
        text=message.text,
        consent=consent,
        outbox_id=sent.pk,
        by_id=actor.user_id,
    )
    record(
        actor,
        "referral.message_back_written",
        subject=written,
        person_id=referral.person_id,
        kind=message.kind,
        recipient=addressee.recipient,
    )
