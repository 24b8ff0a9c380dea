"""A list has a number for somebody who is tried another way: it is rung, unless the list is taken back before."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from linkworks.domain.outreach.actions.ladder_results import ring_found_number, write
from linkworks.domain.outreach.actions.ladder_steps import take_up_again, waiting
from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CampaignContact, CohortImport, CohortRow, HandOut, LadderStep
from linkworks.domain.outreach.selectors.numbers import first_of, last_rung
from linkworks.foundation.core.actor import Actor

ON_THE_LIST = "The list of {sender} has a number for them."


def ring_found_numbers(actor: Actor, batch: CohortImport, numbers: Mapping[UUID, Collection[str]]) -> dict[UUID, UUID]:
    """`numbers` are those that are new on the record of each person. The steps that ended, by the person."""
    people = [person_id for person_id, new in numbers.items() if new]
    tried = CampaignContact.objects.filter(campaign=batch.campaign_id, state=QueueState.LADDER, person__in=people)
    words = ON_THE_LIST.format(sender=batch.sender)
    ended = {}
    for contact in tried.select_for_update(of=("self",)).select_related("band"):
        if number := first_of(contact.person_id, numbers[contact.person_id]):
            ended[contact.person_id] = contact.step_id
            ring_found_number(actor, contact=contact, number=number, words=words)
    return ended


def are_rung(batch: CohortImport) -> bool:
    """Whether anybody for whom the list had a number was handed out since, or is tried another way again."""
    rung = HandOut.objects.filter(contact=OuterRef("contact"), at__gt=OuterRef("at"))
    tried = LadderStep.objects.filter(contact=OuterRef("contact"), created_at__gt=OuterRef("at"))
    return _ended_by(batch).filter(Exists(rung) | Exists(tried)).exists()


def look_for_them_again(actor: Actor, batch: CohortImport) -> None:
    """The list is taken back, and so is its number. Whoever is done for another reason stays so."""
    steps = {step.contact_id: step for step in _ended_by(batch).select_related("rung", "contact")}
    waiting_for_a_call = CampaignContact.objects.filter(pk__in=steps, state=QueueState.READY)
    for contact in waiting_for_a_call.select_for_update(of=("self",)):
        number = last_rung(contact)
        step = take_up_again(actor, steps[contact.pk])
        write(contact, **waiting(step), number=number, phone_key=number.value if number else "")


def _ended_by(batch: CohortImport) -> QuerySet[LadderStep]:
    rows = CohortRow.objects.filter(batch=batch, ended_step_id__isnull=False)
    steps: QuerySet[LadderStep] = LadderStep.objects.filter(pk__in=rows.values("ended_step_id"))
    return steps
