"""Which of a person's numbers is rung."""

from linkworks.domain.outreach.models import CallAttempt, CampaignContact
from linkworks.domain.people.choices import TELEPHONES
from linkworks.domain.people.models import ContactDetail


def next_number(contact: CampaignContact) -> ContactDetail | None:
    """The next telephone number of the person that this campaign has not rung: the preferred one first."""
    rung = CallAttempt.objects.filter(contact=contact).values("phone_key")
    details = ContactDetail.objects.filter(person_id=contact.person_id, kind__in=TELEPHONES, ended_at__isnull=True)
    unrung = details.exclude(value=contact.phone_key).exclude(value__in=rung)
    return unrung.order_by("-is_preferred", "kind", "created_at").first()
