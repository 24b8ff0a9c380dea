"""What is heard of a need: from those who help, by their link or by telephone; from the person; from the team."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.actions.confirming import (
    NOT_REACHED,
    NOT_SURE,
    ask_again,
    hand_to_owner,
    was_reached_before,
)
from linkworks.domain.outreach.actions.need_offers import offer, pass_on
from linkworks.domain.outreach.actions.need_steps import move
from linkworks.domain.outreach.choices import Came, Ending, HeardFrom, NeedState, QueueState
from linkworks.domain.outreach.models import CampaignContact, Need, Provider
from linkworks.domain.outreach.need_rules import BY_PROVIDER, ENDED, GOES_ON
from linkworks.domain.outreach.need_texts import came_field, question_of
from linkworks.domain.outreach.next_step import Step
from linkworks.domain.outreach.policies import may_see_to
from linkworks.domain.outreach.selectors.call_needs import list_to_confirm
from linkworks.domain.outreach.selectors.needs import hold_need
from linkworks.domain.people.models import Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, Refused


@transaction.atomic
def take_step(
    actor: Actor,
    *,
    need: Need,
    state: NeedState,
    heard_from: HeardFrom = HeardFrom.STAFF,
    words: str = "",
    scheduled_for: datetime | None = None,
) -> Need:
    """One step on the row as it stands now. “They cannot” and “it did not come” lead on to the next at once."""
    require(may_see_to, actor, need)
    held = hold_need(need)
    move(actor, held, state, heard_from, words=words, scheduled_for=scheduled_for)
    if state in GOES_ON:
        pass_on(actor, held, HeardFrom.CLOCK)
    if state == NeedState.DELIVERED:
        ask_again(actor, held)
    return held


@transaction.atomic
def answer_offer(
    actor: Actor, *, need: Need, state: NeedState, words: str = "", scheduled_for: datetime | None = None
) -> Need:
    """What those who were asked say on the page of their link. Pressed twice it is said once."""
    if not actor.is_system or state not in BY_PROVIDER:
        raise NotAllowed
    if need.state == state and state != NeedState.SCHEDULED:
        return need
    return take_step(
        actor, need=need, state=state, heard_from=HeardFrom.PROVIDER, words=words, scheduled_for=scheduled_for
    )


@transaction.atomic
def ask_provider(actor: Actor, *, need: Need, provider: Provider, words: str = "") -> Need:
    """Staff choose whom to ask; whoever was asked before is told to stop."""
    require(may_see_to, actor, need)
    held = hold_need(need)
    offer(actor, held, provider, HeardFrom.STAFF, words=words)
    return held


@transaction.atomic
def own_need(actor: Actor, *, need: Need) -> Need:
    """“I have it”: from now on the actor answers for it, and the reminders end."""
    require(may_see_to, actor, need)
    held = hold_need(need)
    if held.state in ENDED:
        raise Refused("This need has ended.")
    held.change(owner_id=actor.own_id, acknowledged_at=clock.now(), remind_at=None)
    record(actor, "call_need.owned", subject=held, person_id=held.person_id, urgency=held.urgency)
    return held


def save_confirming(
    actor: Actor, contact: CampaignContact, came: Mapping[UUID, Came], step: Step, *, talked: bool
) -> Step:
    """What the person says of each thing that was brought, and where they stand then.

    A talk in which they were not asked is not saved. Somebody who was reached before and whom we only could not ask is
    no case for other ways of finding them: the owner is told.
    """
    for need in list_to_confirm(contact):
        _save_whether_it_came(actor, need, came.get(need.pk), talked=talked)
    if step.state != QueueState.LADDER or not was_reached_before(contact):
        return step
    for need in list_to_confirm(contact):
        hand_to_owner(actor, need, NOT_REACHED)
    return replace(step, state=QueueState.ENDED, ending=Ending.REACHED, wakes_at=None)


def _save_whether_it_came(actor: Actor, need: Need, answer: Came | None, *, talked: bool) -> None:
    if answer == Came.UNSURE:
        hand_to_owner(actor, need, NOT_SURE, HeardFrom.PERSON)
    elif answer:
        held, state = hold_need(need), NeedState.CONFIRMED if answer == Came.YES else NeedState.FAILED
        move(actor, held, state, HeardFrom.PERSON)
        if state in GOES_ON:
            pass_on(actor, held, HeardFrom.CLOCK)
    elif talked:
        raise Refused(f"Ask them: {question_of(need)}", came_field(need))


def call_off_for_death(actor: Actor, person: Person) -> None:
    """Nobody comes to the door of somebody who has died."""
    for need in Need.objects.filter(person=person).exclude(state__in=(*ENDED, NeedState.DELIVERED)):
        move(actor, hold_need(need), NeedState.CANCELLED, HeardFrom.CLOCK, words="They have died.")
    for need in Need.objects.filter(person=person, state=NeedState.DELIVERED):
        move(actor, hold_need(need), NeedState.UNCONFIRMED, HeardFrom.CLOCK, words="They have died.")
