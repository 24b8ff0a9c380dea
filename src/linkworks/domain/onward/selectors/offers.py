"""How often services are offered: no more than a number for each, so it says nothing of anybody."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.db.models import Count

from linkworks.domain.onward.models import Option
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

OF_LATE = timedelta(days=365)


def count_offers(actor: Actor) -> Mapping[UUID, int]:
    """By the team, within a year."""
    offered = Option.objects.visible_to(actor).filter(offered_at__gt=clock.now() - OF_LATE)
    return dict(offered.values_list("service_id").annotate(Count("pk")).order_by())
