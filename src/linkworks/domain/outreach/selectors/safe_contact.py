"""What alerts about safe contact shut, and what a lead decided about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.outreach.choices import HOUSEHOLD, Door, OtherWay
from linkworks.domain.outreach.models import CampaignContact, LadderRung, SafeContactDecision
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.models import Alert
from linkworks.foundation.core.actor import Actor

SHUTTING = (AlertKind.SAFE_CONTACT, AlertKind.NOT_AT_HOME)


@dataclass(frozen=True)
class SafeContact:
    """The standing alerts that shut something for one person, and the newest decision of a lead."""

    alerts: tuple[Alert, ...] = ()
    decision: SafeContactDecision | None = None

    def door_of(self, rung: LadderRung) -> Door:
        shutting = [alert for alert in self.alerts if _shuts(alert, rung)]
        return self._door(rung.kind, shutting)

    def of_household(self) -> Door:
        return self._door(HOUSEHOLD, [alert for alert in self.alerts if alert.kind == AlertKind.SAFE_CONTACT])

    def _door(self, name: str, shutting: list[Alert]) -> Door:
        """An alert that is newer than the decision, or was changed since, shuts again."""
        if not shutting:
            return Door.OPEN
        if self.decision is None or any(alert.updated_at > self.decision.at for alert in shutting):
            return Door.UNDECIDED
        return Door.OPEN if name in self.decision.opens else Door.SHUT


def safe_contact(actor: Actor, contact: CampaignContact) -> SafeContact:
    return safe_contacts(actor, [contact])[contact.pk]


def safe_contacts(actor: Actor, contacts: Iterable[CampaignContact]) -> dict[UUID, SafeContact]:
    """By contact, in two queries."""
    asked = list(contacts)
    alerts: dict[UUID, list[Alert]] = {}
    people = [contact.person_id for contact in asked]
    for alert in Alert.objects.visible_to(actor).filter(person_id__in=people, kind__in=SHUTTING, ended_at=None):
        alerts.setdefault(alert.person_id, []).append(alert)
    warned = [contact.pk for contact in asked if contact.person_id in alerts]
    decisions = SafeContactDecision.objects.visible_to(actor).filter(contact_id__in=warned).order_by("at")
    newest = {decision.contact_id: decision for decision in decisions}
    return {
        contact.pk: SafeContact(tuple(alerts.get(contact.person_id, ())), newest.get(contact.pk)) for contact in asked
    }


def _shuts(alert: Alert, rung: LadderRung) -> bool:
    if alert.kind == AlertKind.NOT_AT_HOME:
        return rung.kind == OtherWay.DOORSTEP
    return rung.shut_by_safe_contact
