"""Never again: somebody has died, or asked not to be rung."""

from typing import Any

from django.db import connection, transaction

from linkworks.domain.outreach.actions.ladder_steps import close_step
from linkworks.domain.outreach.choices import Ending, OptOutFrom, QueueState, StepResult
from linkworks.domain.outreach.models import Campaign, CampaignContact, OptOut, opted_out
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.people.models import Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

NO_PROMISE = (
    "They asked us never to ring them, so no call can be promised. "
    "Choose how it went, and write into the note what they want now."
)
TOLD_OF_DEATH = "We were told that they have died."
_OPTED_OUT = f"SELECT {opted_out('%(person)s', '%(campaign)s')}"


def insist_that_they_may_be_rung(contact: CampaignContact) -> None:
    """Who asked us not to ring may ring us, and hears no promise that nobody could keep."""
    with connection.cursor() as cursor:
        cursor.execute(_OPTED_OUT, {"person": contact.person_id, "campaign": contact.campaign_id})
        (has_opted_out,) = cursor.fetchone()
    if has_opted_out:
        raise Refused(NO_PROMISE, "outcome")


def stop_for_death(actor: Actor, person: Person, words: str = "") -> None:
    """`words` say who told us, where nobody has confirmed it yet."""
    for contact in _open_contacts(person):
        end_contact(actor, contact, Ending.DIED, words)
        record(actor, "campaign.left_by_death", subject=contact, person_id=person.pk, campaign=contact.campaign_id)


@transaction.atomic
def opt_out(actor: Actor, *, person: Person, campaign: Campaign | None, words: str = "") -> OptOut:
    """From one campaign, or with None from all there are and will be. A call that is under way ends where it stands."""
    require(may_ring, actor)
    said = _write_opt_out(actor, person, campaign, words=words.strip())
    for contact in _open_contacts(person):
        if campaign is None or contact.campaign_id == campaign.pk:
            end_contact(actor, contact, Ending.DECLINED, words.strip())
    return said


def stop_until_confirmed(actor: Actor, person: Person) -> None:
    """We were told that they have died: nobody rings them, in no campaign, until a lead has said whether it is so."""
    _write_opt_out(actor, person, None, words=TOLD_OF_DEATH, is_for_death=True)
    stop_for_death(actor, person, TOLD_OF_DEATH)


def _write_opt_out(actor: Actor, person: Person, campaign: Campaign | None, **values: Any) -> OptOut:
    said = OptOut(
        team_id=person.team_id,
        person=person,
        from_what=OptOutFrom.CAMPAIGN if campaign else OptOutFrom.ALL,
        campaign=campaign,
        said_at=clock.now(),
        by_id=actor.user_id,
        **values,
    )
    said.save()
    record(
        actor,
        "opt_out.recorded",
        subject=said,
        person_id=person.pk,
        from_what=said.from_what,
        campaign=campaign.pk if campaign else "",
    )
    return said


def _open_contacts(person: Person) -> list[CampaignContact]:
    rows = CampaignContact.objects.filter(person=person).exclude(state=QueueState.ENDED)
    return list(rows.select_for_update(of=("self",)))


def end_contact(actor: Actor, contact: CampaignContact, ending: Ending, words: str = "") -> None:
    """For endings that a step of what we try next has too. Whoever holds the person finds out when they save."""
    close_step(actor, contact, StepResult(ending.value), words)
    contact.change(
        state=QueueState.ENDED,
        wakes_at=None,
        holder_id=None,
        token=None,
        step_id=None,
        ending=ending,
        ending_words=words[:300],
        ended_at=clock.now(),
    )
