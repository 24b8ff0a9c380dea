"""What the person says, written down while they say it."""

from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.actions.concerns import raise_concerns
from linkworks.domain.outreach.actions.hand_out import GONE, keep_call, own_call
from linkworks.domain.outreach.models import CampaignContact, ScriptAnswer
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.scripts.content import NOT_ASKED
from linkworks.domain.outreach.scripts.saying import value_of
from linkworks.domain.outreach.scripts.walk import Given, left_unasked
from linkworks.domain.outreach.selectors.answers import given_in
from linkworks.domain.outreach.selectors.call_needs import concerns_said
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused


@transaction.atomic
def save_answer(actor: Actor, *, token: UUID, step: str, given: list[str], words: str = "") -> None:
    """`given` are keys of answers. It is a sign that the call goes on.

    Raises Refused where the call is no longer the actor's, or nothing was chosen.
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
        value = value_of(script, asked, given_in(queue(actor), token), given, words)
        said = {"step": step, "given": value, "version_used": contact.campaign.script}
        ScriptAnswer.in_call(contact, actor, token, **said).save(force_insert=True)
        raise_concerns(actor, contact, token, concerns_said(script, {step: value}))
        keep_call(actor, token=token)
        record(
            actor,
            "call.answered",
            subject=contact,
            person_id=contact.person_id,
            campaign=contact.campaign_id,
            step=step,
        )


def write_unasked(actor: Actor, contact: CampaignContact, token: UUID, given: Given) -> None:
    """As a call is saved: what was not asked because it was not safe is written down as that."""
    version = contact.campaign.script if given else None
    if version is None:
        return
    for step in left_unasked(version.read(), given):
        said = {"step": step.key, "given": NOT_ASKED, "version_used": version}
        ScriptAnswer.in_call(contact, actor, token, **said).save(force_insert=True)
