"""What came in and waits, whoever waits longest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from linkworks.domain.referrals import policies
from linkworks.domain.referrals.choices import OPEN_STATUSES, ReferralStatus
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access.permission import require
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which referrals to list; by default all that are not decided."""

    statuses: frozenset[str] = OPEN_STATUSES
    source: str = ""
    reason: str = ""
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class InboxCounts:
    with_us: int
    late: int
    with_referrer: int
    undecided: int


def list_inbox(actor: Actor, wanted: Wanted) -> QuerySet[Referral]:
    require(policies.may_triage, actor)
    found: QuerySet[Referral] = Referral.objects.visible_to(actor).filter(status__in=wanted.statuses)
    if wanted.source:
        found = found.filter(source=wanted.source)
    if wanted.reason:
        found = found.filter(reasons__contains=[wanted.reason])
    if wanted.undecided:
        found = found.filter(person__isnull=True)
    return found.select_related("practice").order_by("received_at", "pk")


def count_inbox(actor: Actor) -> InboxCounts:
    open_now = Referral.objects.visible_to(actor).filter(status__in=OPEN_STATUSES)
    with_us = Q(status=ReferralStatus.RECEIVED)
    counts = open_now.aggregate(
        with_us=Count("pk", filter=with_us),
        late=Count("pk", filter=with_us & Q(first_contact_due__lt=clock.today())),
        with_referrer=Count("pk", filter=~with_us),
        undecided=Count("pk", filter=Q(person__isnull=True)),
    )
    return InboxCounts(**counts)


def count_waiting_for_us(actor: Actor) -> int:
    waiting: int = Referral.objects.visible_to(actor).filter(status=ReferralStatus.RECEIVED).count()
    return waiting


def who_is_referred_twice(actor: Actor, person_ids: Iterable[UUID]) -> set[UUID]:
    """Of these people, those about whom more than one referral is open."""
    open_now = Referral.objects.visible_to(actor).filter(
        status__in=OPEN_STATUSES, person__in=[*filter(None, person_ids)]
    )
    counted = open_now.values("person").annotate(how_many=Count("pk")).filter(how_many__gt=1)
    return set(counted.values_list("person", flat=True))
