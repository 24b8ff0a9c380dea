"""Coming to the other ways: nobody whom calls did not reach is without a step, an owner and a time."""

from collections.abc import Sequence

from django.db import transaction

from linkworks.domain.outreach.actions.ladder_steps import choose_rung, due_at, new_step, open_next_step, waiting
from linkworks.domain.outreach.choices import OtherWay, QueueState
from linkworks.domain.outreach.models import CampaignContact, LadderStep
from linkworks.domain.outreach.policies import may_put_on_other_ways
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.domain.outreach.selectors.ladder import rungs_in_use
from linkworks.domain.outreach.selectors.ladder_owners import Rota
from linkworks.domain.outreach.selectors.safe_contact import SafeContact
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def enter_ladder(actor: Actor, *, contact: CampaignContact) -> LadderStep:
    """For somebody who is not on a call. Nothing changes for who is on the ladder already: their open step is given."""
    require(may_put_on_other_ways, actor)
    with acting(queue(actor)):
        held: CampaignContact = CampaignContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
        if held.state == QueueState.LADDER:
            return LadderStep.objects.get(contact=held, result="")
        step = open_next_step(queue(actor), held, finds_number=not held.phone_key)
        CampaignContact.objects.filter(pk=held.pk).update(
            **waiting(step), holder=None, token=None, updated_at=clock.now()
        )
    contact.refresh_from_db()
    return step


@transaction.atomic
def add_without_number(actor: Actor, *, contacts: Sequence[CampaignContact]) -> None:
    """Write people of one campaign who cannot be rung, however many they are: a number is looked for first."""
    require(may_put_on_other_ways, actor)
    if not contacts:
        return
    rungs = [rung for rung in rungs_in_use(contacts[0].campaign_id) if rung.kind != OtherWay.MESSAGE]
    rung = choose_rung(rungs, set(), SafeContact(), finds_number=True)
    rota, due = Rota(actor, [contact.person_id for contact in contacts]), due_at(rung, clock.now())
    steps = []
    for contact in contacts:
        step = new_step(contact, rung, rota.pick(Role(rung.owner_role), contact.person_id), due)
        for name, value in waiting(step).items():
            setattr(contact, name, value)
        steps.append(step)
    LadderStep.objects.bulk_create(steps, batch_size=1000)  # first: who waits must have an open step
    CampaignContact.objects.bulk_create(contacts, batch_size=1000)
    record(actor, "other_way.begun_for_many", campaign=rung.campaign_id, kind=rung.kind, people=len(steps))
