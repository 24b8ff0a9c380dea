"""Who else can be talked to on the number that was just rung."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from linkworks.domain.outreach.choices import Door, QueueState
from linkworks.domain.outreach.models import CallAttempt, CampaignContact
from linkworks.domain.outreach.selectors.safe_contact import safe_contacts
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.models import Alert
from linkworks.foundation.core.actor import Actor

WAITING = Q(state=QueueState.READY) | Q(state=QueueState.RESTING, is_promised=False)


def others_on(team_id: UUID, campaign_id: UUID, phone_key: str) -> QuerySet[Any]:
    """Nobody, where anybody on the number is only safe to contact in a certain way: the offer itself would tell.

    A lead may decide that it may be made all the same.
    """
    on_it = CampaignContact.objects.filter(team_id=team_id, phone_key=phone_key)
    if not phone_key or _is_guarded(team_id, on_it):
        return on_it.none()
    return on_it.filter(WAITING, campaign_id=campaign_id).order_by("rank_at", "pk")


def at_home(contact_id: UUID, *, token: UUID, by: UUID) -> QuerySet[Any]:
    """The others on the number of a call that this caller has saved."""
    rung = CallAttempt.objects.filter(token=token, contact_id=contact_id, by_id=by).select_related("contact").first()
    if rung is None:
        return CampaignContact.objects.none()
    return others_on(rung.team_id, rung.contact.campaign_id, rung.phone_key).exclude(pk=contact_id)


def _is_guarded(team_id: UUID, on_it: QuerySet[Any]) -> bool:
    alert = Alert.objects.filter(person_id=OuterRef("person_id"), kind=AlertKind.SAFE_CONTACT, ended_at__isnull=True)
    warned = on_it.filter(Exists(alert))
    known = safe_contacts(Actor.system("household", team_id), warned)
    return any(one.of_household() != Door.OPEN for one in known.values())
