import pghistory
from django.conf import settings
from django.db import models

from linkworks.domain.people.models import Consent, Person, PersonRecord
from linkworks.domain.referrals.choices import MessageKind, Recipient
from linkworks.domain.referrals.models.referral import Referral


@pghistory.track()
class MessageBack(PersonRecord):
    """What the practice or the referrer was told, in the words they were told it. `outbox_id` follows the sending."""

    person = models.ForeignKey(  # type: ignore[assignment]
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="messages_back")
    recipient = models.CharField(max_length=10, choices=Recipient.choices)
    kind = models.CharField(max_length=10, choices=MessageKind.choices)
    address = models.EmailField()
    text = models.TextField()
    consent = models.ForeignKey(Consent, null=True, on_delete=models.PROTECT, related_name="+")
    outbox_id = models.UUIDField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["referral", "-created_at"], name="referrals_messages")]
