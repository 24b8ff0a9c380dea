"""All that must be known to take one step, and no more than an alert about safe contact allows."""

from dataclasses import dataclass

from django.db.models import QuerySet

from linkworks.domain.outreach.choices import Door, OtherWay
from linkworks.domain.outreach.models import CallAttempt, CampaignMessage, CohortRow, LadderStep
from linkworks.domain.outreach.next_way import Way, is_last
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.ladder import rungs_in_use, used_up
from linkworks.domain.outreach.selectors.numbers import next_number
from linkworks.domain.outreach.selectors.safe_contact import SafeContact, safe_contact
from linkworks.domain.people.models import ContactDetail, RelatedPerson
from linkworks.domain.people.selectors.person import BeforeContact, before_contact
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class StepRecord:
    """`kin` and `address` are only there where the way is open; `unrung` is a number on the record we have not rung;
    `row`, of the newest list that told of them, as long as it is kept, for whoever may look at lists.
    """

    step: LadderStep
    door: Door
    safe: SafeContact
    known: BeforeContact
    earlier: list[LadderStep]
    attempts: list[CallAttempt]
    messages: list[CampaignMessage]
    kin: list[RelatedPerson]
    address: tuple[str, ...]
    unrung: ContactDetail | None
    row: CohortRow | None
    is_last: bool


def read_step(actor: Actor, step: LadderStep) -> StepRecord:
    safe = safe_contact(actor, step.contact)
    door = safe.door_of(step.rung)
    is_open = door == Door.OPEN
    return StepRecord(
        step=step,
        door=door,
        safe=safe,
        known=before_contact(actor, [step.person_id])[step.person_id],
        earlier=list(_earlier(actor, step)),
        attempts=list(_attempts(actor, step)),
        messages=list(CampaignMessage.objects.visible_to(actor).filter(contact_id=step.contact_id).order_by("at")),
        kin=_kin(actor, step) if is_open and step.kind == OtherWay.NEXT_OF_KIN else [],
        address=_address(step) if is_open and step.kind in {OtherWay.DOORSTEP, OtherWay.NEIGHBOUR} else (),
        unrung=next_number(step.contact) if step.kind == OtherWay.OTHER_NUMBERS else None,
        row=_row(actor, step) if step.kind == OtherWay.OTHER_NUMBERS else None,
        is_last=_is_last(step, safe),
    )


def _earlier(actor: Actor, step: LadderStep) -> QuerySet[LadderStep]:
    steps: QuerySet[LadderStep] = LadderStep.objects.visible_to(actor).filter(contact_id=step.contact_id)
    return steps.exclude(pk=step.pk).exclude(result="").select_related("rung", "by").order_by("at")


def _attempts(actor: Actor, step: LadderStep) -> QuerySet[CallAttempt]:
    attempts: QuerySet[CallAttempt] = CallAttempt.objects.visible_to(actor).filter(contact_id=step.contact_id)
    return attempts.select_related("outcome", "by").order_by("at")


def _row(actor: Actor, step: LadderStep) -> CohortRow | None:
    rows = CohortRow.objects.visible_to(actor).filter(contact_id=step.contact_id).order_by("-created_at")
    row: CohortRow | None = rows.first() if may_run_campaigns(actor) else None
    return row


def _kin(actor: Actor, step: LadderStep) -> list[RelatedPerson]:
    """Whom the person agreed that we may talk to comes first."""
    kin = RelatedPerson.objects.visible_to(actor).filter(person_id=step.person_id, ended_at=None)
    return list(kin.order_by("-may_talk_to", "-is_emergency_contact", "name"))


def _address(step: LadderStep) -> tuple[str, ...]:
    person = step.person
    lines = (person.address_line_1, person.address_line_2, person.town, person.postcode)
    return tuple(line for line in lines if line)


def _is_last(step: LadderStep, safe: SafeContact) -> bool:
    rungs = rungs_in_use(step.contact.campaign_id)
    ways = [Way(rung.pk, OtherWay(rung.kind), safe.door_of(rung)) for rung in rungs]
    return bool(ways) and is_last(ways, used_up(step.contact), step.rung_id)
