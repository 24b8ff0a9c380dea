"""What the person says, written down while they say it."""

from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.actions.concerns import raise_concerns
from linkworks.domain.outreach.actions.hand_out import GONE, keep_call, own_call
from linkworks.domain.outreach.models import CampaignContact, ScriptAnswer
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.scripts.content import NOT_ASKED
from linkworks.domain.outreach.scripts.saying import value_of
from linkworks.domain.outreach.scripts.standing import standing
from linkworks.domain.outreach.scripts.walk import Given, Value, left_unasked
from linkworks.domain.outreach.selectors.answers import given_in
from linkworks.domain.outreach.selectors.call_needs import concerns_said
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused


@transaction.atomic
def save_answer(actor: Actor, *, token: UUID, step: str, given: list[str], words: str = "") -> int:
    """`given` are keys of answers. Given anew, an answer is changed: the earlier one is kept, and counts no more.

    It is a sign that the call goes on. Returns how many other answers count no more, because the talk now goes past
    them. Raises Refused where the call is no longer the actor's, or nothing was chosen.
    """
    require(may_ring, actor)
    with acting(queue(actor)):
        contact = own_call(actor, token)
        if contact.campaign.script is None:
            raise Refused(GONE)
        script = contact.campaign.script.read()
        asked = script.steps.get(step)
        if asked is None:
            raise NotFound
        so_far = given_in(queue(actor), token)
        counted = standing(script, so_far)
        value = value_of(script, asked, counted, given, words)
        _write(actor, contact, token, step, value, event="call.answer_changed" if step in counted else "call.answered")
        raise_concerns(actor, contact, token, concerns_said(script, {step: value}))
        keep_call(actor, token=token)
    return len(counted.keys() - standing(script, {**so_far, step: value}).keys())


def _write(actor: Actor, contact: CampaignContact, token: UUID, step: str, value: Value, *, event: str) -> None:
    said = {"step": step, "given": value, "version_used": contact.campaign.script}
    ScriptAnswer.in_call(contact, actor, token, **said).save(force_insert=True)
    told = {"campaign": contact.campaign_id, "step": step}
    record(actor, event, subject=contact, person_id=contact.person_id, **told)


def write_unasked(actor: Actor, contact: CampaignContact, token: UUID, given: Given) -> None:
    """As a call is saved: what was not asked because it was not safe is written down as that."""
    version = contact.campaign.script if given else None
    if version is None:
        return
    for step in left_unasked(version.read(), given):
        said = {"step": step.key, "given": NOT_ASKED, "version_used": version}
        ScriptAnswer.in_call(contact, actor, token, **said).save(force_insert=True)
