"""What the team knows of earlier contact with the person on the line: who, when, and what came of it; no more."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linkworks.domain.casework.models import Contact, ContactAttempt
from linkworks.domain.outreach.models import CallAttempt
from linkworks.foundation.core.actor import Actor

LAST = 3


@dataclass(frozen=True)
class LastContact:
    """`note` is what an earlier caller of the same campaign wrote; of other campaigns and of cases none is shown."""

    at: datetime
    by: str
    came_of_it: str
    note: str = ""


def last_contacts(caller: Actor, person_id: UUID, campaign_id: UUID) -> list[LastContact]:
    """The newest few, across campaigns and cases."""
    found = [*_calls(caller, person_id, campaign_id), *_talks(caller, person_id), *_tries(caller, person_id)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:LAST]


def _calls(caller: Actor, person_id: UUID, campaign_id: UUID) -> list[LastContact]:
    rows = CallAttempt.objects.visible_to(caller).filter(person_id=person_id)
    newest = rows.select_related("outcome__campaign", "by").order_by("-at")[:LAST]
    return [_call(row, is_ours=row.outcome.campaign_id == campaign_id) for row in newest]


def _call(row: CallAttempt, *, is_ours: bool) -> LastContact:
    way = "rang us: " if row.is_incoming else ""
    where = "" if is_ours else f" ({row.outcome.campaign.name})"
    return LastContact(row.at, row.by.name, f"{way}{row.outcome.label}{where}", row.note if is_ours else "")


def _talks(caller: Actor, person_id: UUID) -> list[LastContact]:
    rows = Contact.objects.visible_to(caller).standing().filter(person_id=person_id)
    newest = rows.select_related("by").order_by("-at")[:LAST]
    return [LastContact(row.at, _name(row), f"{row.get_way_display()}: they talked") for row in newest]


def _tries(caller: Actor, person_id: UUID) -> list[LastContact]:
    rows = ContactAttempt.objects.visible_to(caller).standing().filter(person_id=person_id)
    newest = rows.select_related("by").order_by("-at")[:LAST]
    return [LastContact(row.at, _name(row), f"{row.get_way_display()}: {row.get_outcome_display()}") for row in newest]


def _name(row: Contact | ContactAttempt) -> str:
    return row.by.name if row.by else ""
