"""Somebody could not talk freely: what is done to reach them must not be heard or read by anybody else."""

from django.db.models import Max

from linkworks.domain.outreach.models import CampaignContact, SafeContactDecision
from linkworks.domain.people.actions.alerts import raise_alert
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.models import Alert
from linkworks.foundation.core.actor import Actor

WORDS = "It was not safe to talk when we rang. Ask a lead before anybody else is told, and before writing."


def mark_unsafe(system: Actor, contact: CampaignContact) -> None:
    """An alert about safe contact, which shuts every way that others may see. One that a lead has decided upon since is
    not enough: what was decided then was not about this call.
    """
    decisions = SafeContactDecision.objects.filter(person_id=contact.person_id)
    decided_at = decisions.aggregate(latest=Max("at"))["latest"]
    standing = Alert.objects.filter(person_id=contact.person_id, kind=AlertKind.SAFE_CONTACT, ended_at__isnull=True)
    if decided_at is not None:
        standing = standing.filter(created_at__gt=decided_at)
    if not standing.exists():
        raise_alert(system, person=contact.person, kind=AlertKind.SAFE_CONTACT, words=WORDS)
