"""Asking an organisation by email whether its entry is right, and taking its answer."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction

from linkworks.domain.directory import ask_text
from linkworks.domain.directory.actions.check import confirm_service
from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.actions.tellings import tell_change
from linkworks.domain.directory.choices import ToldBy
from linkworks.domain.directory.facts import corrections, live_state_changes
from linkworks.domain.directory.models import EntryAsk, Service
from linkworks.domain.directory.policies import may_keep_services, may_share_checks
from linkworks.domain.directory.selectors.asking import list_to_ask
from linkworks.domain.directory.selectors.checks import get_settings
from linkworks.foundation.access import links
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.selectors import team_of
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

PURPOSE = "directory.entry"
PAGE = "public_site:entry"
TIME_TO_ANSWER = timedelta(days=28)
# A handful a day: answers have to be read, and a flood of like emails looks like a fraud.
MOST_A_DAY = 10


@transaction.atomic
def ask_organization(actor: Actor, *, service: Service, email: str) -> EntryAsk:
    """Send it a link to its entry. Links that were sent before stop working."""
    require(may_keep_services, actor)
    for former in EntryAsk.objects.visible_to(actor).filter(service=service, withdrawn_at=None, answered_at=None):
        withdraw_ask(actor, ask=former)
    now = clock.now()
    ask = EntryAsk.objects.create(
        team_id=actor.own_team,
        service=service,
        email=email,
        asked_at=now,
        asked_by=actor.name,
        expires_at=now + TIME_TO_ANSWER,
    )
    token = links.issue(actor.own_team, PURPOSE, ask.pk, TIME_TO_ANSWER)
    outbox.put(
        actor,
        team_id=actor.own_team,
        channel=Channel.EMAIL,
        recipient=email,
        subject=ask_text.subject(service.name),
        body=ask_text.body(service.name, links.address(PAGE, token), ask.expires_at, team_of(actor)),
    )
    record(actor, "entry.asked", subject=ask)
    return ask


@transaction.atomic
def withdraw_ask(actor: Actor, *, ask: EntryAsk) -> None:
    require(may_keep_services, actor)
    ask.change(withdrawn_at=clock.now())
    links.revoke(PURPOSE, ask.pk)
    record(actor, "entry.ask_withdrawn", subject=ask)


@transaction.atomic
def ask_those_due(actor: Actor) -> None:
    """Some each day, where the team has switched it on. Done twice on one day, it does no more."""
    require(may_share_checks, actor)
    if get_settings(actor).asks_organizations:
        for service in list_to_ask(actor, MOST_A_DAY):
            ask_organization(actor, service=service, email=service.email)


@transaction.atomic
def confirm_entry(actor: Actor, *, ask: EntryAsk) -> None:
    """The organisation says that everything is still right."""
    _answer(actor, ask, 0)
    confirm_service(actor, service=ask.service, told_by=actor.name)


@transaction.atomic
def correct_entry(actor: Actor, *, ask: EntryAsk, given: Mapping[str, Any], words: str) -> None:
    """How it stands counts at once; everything else waits for a worker, for it may decide who is sent there."""
    service = ask.service
    now, proposed = live_state_changes(service, given), corrections(service, given)
    if not (now or proposed or words):
        raise Refused("You have changed nothing. If everything is right, go back and say so.")
    _answer(actor, ask, bool(now) + len(proposed))
    if now:
        edit_entry(actor, entry=service, changes=now)
    if proposed or words:
        tell_change(actor, service=service, told_by=ToldBy.ORGANIZATION, words=words, proposed=proposed)
    else:
        confirm_service(actor, service=service, told_by=actor.name)


def _answer(actor: Actor, ask: EntryAsk, how_many: int) -> None:
    """Once only: whoever comes second finds that it has been answered."""
    require(may_keep_services, actor)
    if ask.answered_at or ask.withdrawn_at:
        raise Refused("This link has been used already.")
    ask.change(answered_at=clock.now())
    record(actor, "entry.answered", subject=ask, corrections=how_many)
