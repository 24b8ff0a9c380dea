"""Which of a person's numbers is rung."""

from collections.abc import Collection
from uuid import UUID

from linkworks.domain.outreach.models import CallAttempt, CampaignContact
from linkworks.domain.people.models import TELEPHONE_IN_USE, ContactDetail

FIRST = ("-is_preferred", "kind", "created_at")


def next_number(contact: CampaignContact) -> ContactDetail | None:
    """The next telephone number of the person that this campaign has not rung: the preferred one first."""
    rung = CallAttempt.objects.filter(contact=contact).values("phone_key")
    details = ContactDetail.objects.filter(TELEPHONE_IN_USE, person_id=contact.person_id)
    unrung = details.exclude(value=contact.phone_key).exclude(value__in=rung)
    return unrung.order_by(*FIRST).first()


def first_of(person_id: UUID, values: Collection[str]) -> ContactDetail | None:
    """Of these numbers of a person, the one that is rung first."""
    details = ContactDetail.objects.filter(TELEPHONE_IN_USE, person_id=person_id, value__in=values)
    return details.order_by(*FIRST).first()


def last_rung(contact: CampaignContact) -> ContactDetail | None:
    """The number of the last call, while it is in use."""
    last = CallAttempt.objects.filter(contact=contact).order_by("at").last()
    return first_of(contact.person_id, [last.phone_key]) if last else None


def first_numbers(person_ids: Collection[UUID]) -> dict[UUID, ContactDetail]:
    """Of many people, the number that is rung first."""
    details = ContactDetail.objects.filter(TELEPHONE_IN_USE, person_id__in=person_ids)
    return {one.person_id: one for one in details.order_by(*FIRST).reverse()}
