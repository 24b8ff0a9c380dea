"""Passing the person's details on to a partner, with their yes, exactly as they were shown before."""

from uuid import UUID

from django.db import transaction

from linkworks.domain.onward import following
from linkworks.domain.onward.actions.holding import hold_open, hold_wanted
from linkworks.domain.onward.choices import Choice, OnwardStatus, SentHow, SharedField
from linkworks.domain.onward.letter import Draft, Letter, consent_wording
from linkworks.domain.onward.limit_words import used_up
from linkworks.domain.onward.models import OnwardReferral, OnwardStep, Option
from linkworks.domain.onward.policies import may_connect
from linkworks.domain.onward.selectors.sharing import (
    compose_letter,
    not_covered,
    organisation_of,
    standing_consent,
)
from linkworks.domain.people.actions.consents import record_consent
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models import Consent
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

NOT_CHOSEN = "Record what {name} chose first: details leave only with their “yes please”."
NOT_AGREED = "Ask {name} first: there is no yes on record to passing details to {organisation}."
GOES_FURTHER = "Ask {name} again: their yes to {organisation} did not include {fields}."
NO_NAME = "Choose the name: they cannot help somebody they cannot ask for."
CHANGED_SINCE = "The record changed since you looked. Check again what will leave."


def preview(actor: Actor, *, option: Option, draft: Draft, agreed_how: GivenHow | None = None) -> Letter:
    """What would leave, to the letter. Refused as `refer_on` would be; writes nothing."""
    require(may_connect, actor, option.case)
    if option.choice != Choice.YES:
        raise Refused(NOT_CHOSEN.format(name=option.person.known_as))
    if no_more := used_up(option.case, option.service):
        raise Refused(no_more)
    _insist_complete(draft)
    if agreed_how is None:
        _consent_on_record(actor, option, draft)
    return compose_letter(actor, option, draft)


@transaction.atomic
def refer_on(
    actor: Actor, *, option: Option, draft: Draft, previewed: str, agreed_how: GivenHow | None = None
) -> OnwardReferral:
    """`previewed` is the fingerprint of the letter that was shown; `agreed_how` says that the person agreed just now.

    Raises Refused when the person has not said yes to the option and to the sharing, or when what would leave is no
    longer what was shown.
    """
    require(may_connect, actor, option.case)
    hold_open(option.case)
    held = hold_wanted(option)
    letter = preview(actor, option=held, draft=draft, agreed_how=agreed_how)
    if letter.fingerprint != previewed:
        raise Refused(CHANGED_SINCE)
    consent = _new_consent(actor, held, draft, agreed_how) if agreed_how else _consent_on_record(actor, held, draft)
    referral = _write(actor, held, letter, consent)
    record(
        actor,
        "onward_referral.sent",
        subject=referral,
        person_id=held.person_id,
        service=held.service_id,
        sent_how=draft.sent_how,
        fields=",".join(referral.fields),
        consent=consent.pk,
    )
    following.announce(actor, referral)
    return referral


@transaction.atomic
def record_refusal(actor: Actor, *, option: Option, draft: Draft, how: GivenHow) -> Consent:
    """The person was asked and said no: that is kept too, and nothing leaves."""
    require(may_connect, actor, option.case)
    return _new_consent(actor, hold_wanted(option), draft, how, given=False)


def _insist_complete(draft: Draft) -> None:
    if SharedField.NAME not in draft.fields:
        raise Refused(NO_NAME, "shared")
    if (draft.sent_how == SentHow.EMAIL) != bool(draft.address):
        raise Refused("Give the e-mail address it goes to, and none when it goes by hand.", "address")


def _new_consent(actor: Actor, option: Option, draft: Draft, how: GivenHow, *, given: bool = True) -> Consent:
    organisation = organisation_of(option)
    return record_consent(
        actor,
        person=option.person,
        kind=ConsentKind.SHARE_PARTNER,
        given=given,
        wording=consent_wording(organisation, option.service.name, draft.fields),
        given_how=how,
        about=organisation,
    )


def _consent_on_record(actor: Actor, option: Option, draft: Draft) -> Consent:
    consent, about = standing_consent(actor, option), organisation_of(option)
    if consent is None:
        raise Refused(NOT_AGREED.format(name=option.person.known_as, organisation=about), "agreed")
    further = not_covered(actor, consent, draft.fields)
    if further:
        fields = words.listed(f"“{field.label}”" for field in further)
        raise Refused(GOES_FURTHER.format(name=option.person.known_as, organisation=about, fields=fields), "agreed")
    return consent


def _write(actor: Actor, option: Option, letter: Letter, consent: Consent) -> OnwardReferral:
    at, draft = clock.now(), letter.draft
    referral = OnwardReferral.on(
        option.case,
        actor,
        option=option,
        to_whom=draft.to_whom,
        sent_how=draft.sent_how,
        address=draft.address,
        consent=consent,
        fields=[field for field in SharedField if field in draft.fields],
        shared=letter.lines,
        outbox_id=_put_in_outbox(actor, option, letter),
        status_since=at,
        at=at,
    )
    referral.save()
    step = OnwardStep.on(option.case, actor, onward_referral=referral, status=OnwardStatus.SENT, at=at)
    step.save()
    return referral


def _put_in_outbox(actor: Actor, option: Option, letter: Letter) -> UUID | None:
    """What goes by hand is not sent from here."""
    if letter.draft.sent_how != SentHow.EMAIL:
        return None
    message = outbox.put(
        actor,
        team_id=option.team_id,
        channel=Channel.EMAIL,
        recipient=letter.draft.address,
        subject=letter.subject,
        body=letter.body,
        about_person_id=option.person_id,
    )
    return message.pk
