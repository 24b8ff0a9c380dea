"""What the person says, written down while they say it."""

from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.models import CampaignContact, ScriptAnswer
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.scripts.content import Step, StepKind
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused

GONE = "This call has gone back to the queue. What you type into the note is still kept."


@transaction.atomic
def save_answer(actor: Actor, *, token: UUID, step: str, given: list[str], words: str = "") -> None:
    """`given` are keys of answers. Raises Refused where the call is no longer the actor's, or nothing was chosen."""
    require(may_ring, actor)
    with acting(queue(actor)):
        held = CampaignContact.objects.filter(token=token, holder_id=actor.own_id).select_related("campaign__script")
        contact = held.first()
        if contact is None or contact.campaign.script is None:
            raise Refused(GONE)
        asked = contact.campaign.script.read().steps.get(step)
        if asked is None:
            raise NotFound
        said = {"step": step, "given": _value(asked, given, words), "version_used": contact.campaign.script}
        ScriptAnswer.in_call(contact, actor, token, **said).save(force_insert=True)
        record(
            actor,
            "call.answered",
            subject=contact,
            person_id=contact.person_id,
            campaign=contact.campaign_id,
            step=step,
        )


def _value(step: Step, given: list[str], words: str) -> str | list[str] | None:
    known = [key for key in given if step.answer(key)]
    if step.kind in (StepKind.CHOICE, StepKind.SEVERAL) and not known:
        raise Refused("Choose an answer.")
    if step.kind == StepKind.CHOICE:
        return known[0]
    if step.kind == StepKind.SEVERAL:
        return known
    return words.strip() or None
