"""Rules of a service such as “one referral per person in 7 days”, and how a person stands to them."""

from datetime import date, datetime, timedelta

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.choices import OnwardStatus
from linkworks.domain.onward.models import OnwardReferral
from linkworks.foundation.core import clock


def list_counted(case: Case, service: Service) -> list[datetime]:
    """When the person was referred there, as far as the rule counts it; newest first. For a case already opened."""
    if service.most_referrals is None:
        return []
    referrals = OnwardReferral.objects.filter(
        team_id=case.team_id, person_id=case.person_id, option__service_id=service.pk
    )
    counted = referrals.exclude(status=OnwardStatus.CANCELLED)
    if service.most_referrals_days:
        counted = counted.filter(at__gt=clock.now() - timedelta(days=service.most_referrals_days))
    return list(counted.order_by("-at").values_list("at", flat=True)[: service.most_referrals])


def is_used_up(service: Service, counted: list[datetime]) -> bool:
    return service.most_referrals is not None and len(counted) >= service.most_referrals


def again_from(service: Service, counted: list[datetime]) -> date | None:
    """The day from which the rule lets them be referred again; nothing where it never does."""
    if not (service.most_referrals_days and counted):
        return None
    return clock.day_of(counted[-1] + timedelta(days=service.most_referrals_days))
