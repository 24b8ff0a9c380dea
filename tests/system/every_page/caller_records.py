"""Callers in every state: ready, paused, waiting for a colleague; and calls to look at, to check and to take."""

from typing import Any
from uuid import uuid4

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.colleagues import ask_for_colleague
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.introductions import finish_introduction
from linkworks.domain.outreach.actions.samples import look_at_call
from linkworks.domain.outreach.actions.shifts import pause
from linkworks.domain.outreach.choices import ColleagueFor, Verdict
from linkworks.domain.outreach.models import CallSample, Campaign, HandOut
from linkworks.domain.outreach.tests.factories import (
    CallerShiftFactory,
    CampaignContactFactory,
    RestingContactFactory,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

CODE = "0417"


def build(people: dict[str, Actor], campaign: Campaign) -> dict[str, Any]:
    finish_introduction(people["caller"])
    for name in ("second_worker", "settled"):
        CallerShiftFactory(campaign=campaign, user_id=people[name].user_id)
    for _ in range(2):
        ring(people["second_worker"], campaign)
    read, waiting = CallSample.objects.filter(campaign=campaign).order_by("created_at")
    words = "You gave her time, and she told you about the meter."
    look_at_call(people["team_lead"], sample=read, verdict=Verdict.RIGHT, words=words, was_rung_back=True)
    ask_for_colleague(people["caller"], what_for=ColleagueFor.NOW)
    ask_for_colleague(people["settled"], what_for=ColleagueFor.TALK)
    pause(people["second_worker"])
    rang(people["settled"], campaign)
    return {"sample": waiting}


def ring(caller: Actor, campaign: Campaign) -> None:
    CampaignContactFactory(campaign=campaign)
    held = take_next_call(caller, campaign_id=campaign.pk)
    said = Call("talked", note="She was glad that somebody rang.")
    save_call(caller, contact_id=held.contact_id, token=held.token, call=said)


def rang(caller: Actor, campaign: Campaign) -> None:
    """Somebody who was given a code that tests know, and who rests until later."""
    contact = RestingContactFactory(campaign=campaign)
    given = HandOut(team_id=contact.team_id, person_id=contact.person_id, contact=contact, token=uuid4(), code=CODE)
    given.by_id, given.at = caller.user_id, clock.now()
    given.save()
