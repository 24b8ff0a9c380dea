"""What a call told us that a lead sees to: they are told at once, and it stays on My day until they have."""

from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.actions.ladder_steps import put_back
from linkworks.domain.outreach.actions.letters import write_to_leads
from linkworks.domain.outreach.choices import CampaignState, Ending, NoticeAnswer
from linkworks.domain.outreach.models import CallOutcome, CampaignContact, LeadNotice, OptOut
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.domain.people.models import Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

SUBJECT = "What a call told us waits for you"
BODY = (
    "A call in “{campaign}” went like this: {outcome}. Please see to it. Who it is stands in Linkworks on My day, "
    "under “What calls told us”."
)
IS_A_DEATH = "This is about a death. Say whether it is so."
IS_NO_DEATH = "Nobody said that this person has died."


def tell_lead(actor: Actor, contact: CampaignContact, outcome: CallOutcome, token: UUID, words: str) -> None:
    """Once for each call, whoever saves it how often."""
    told = {"team_id": contact.team_id, "person_id": contact.person_id, "contact": contact, "outcome": outcome}
    _, is_new = LeadNotice.objects.get_or_create(
        token=token, defaults={**told, "words": words, "by_id": actor.own_id, "at": clock.now()}
    )
    if is_new:
        body = BODY.format(campaign=contact.campaign.name, outcome=outcome.label)
        write_to_leads(queue(actor), SUBJECT, body)


@transaction.atomic
def see_to_notice(actor: Actor, *, notice: LeadNotice) -> None:
    require(may_run_campaigns, actor)
    if notice.outcome.ending == Ending.DIED:
        raise Refused(IS_A_DEATH)
    _answer(actor, notice, NoticeAnswer.SEEN_TO)


@transaction.atomic
def say_they_live(actor: Actor, *, notice: LeadNotice) -> None:
    """It was a mistake: they can be rung again, in every campaign that ended for them because of it."""
    require(may_run_campaigns, actor)
    if notice.outcome.ending != Ending.DIED:
        raise Refused(IS_NO_DEATH)
    if notice.person.died_on is not None:
        raise Refused("Their record says that they have died. Put that right first.")
    _answer(actor, notice, NoticeAnswer.NOT_SO)
    OptOut.objects.filter(person=notice.person, is_for_death=True, withdrawn_at__isnull=True).update(
        withdrawn_at=clock.now()
    )
    for contact in _ended_by_death(notice.person):
        put_back(queue(actor), contact, rank_at=clock.now() - contact.band.head_start)


def answer_by_death(actor: Actor, person: Person) -> None:
    """The record says that they have died, and so it is confirmed."""
    for notice in LeadNotice.objects.filter(person=person, answer="", outcome__ending=Ending.DIED):
        _answer(actor, notice, NoticeAnswer.CONFIRMED)


def _answer(actor: Actor, notice: LeadNotice, answer: NoticeAnswer) -> None:
    if notice.answer:
        return
    notice.change(answer=answer, answered_at=clock.now(), answered_by_id=actor.user_id)
    record(actor, "lead_notice.answered", subject=notice, person_id=notice.person_id, answer=answer)


def _ended_by_death(person: Person) -> list[CampaignContact]:
    ended = CampaignContact.objects.filter(person=person, ending=Ending.DIED).exclude(
        campaign__state=CampaignState.CLOSED
    )
    return list(ended.select_related("band").select_for_update(of=("self",)))
