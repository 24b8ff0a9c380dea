"""A link that shows how a referral is going and names nobody."""

from datetime import timedelta

from django.db import transaction

from linkworks.domain.referrals import policies
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access import links
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor

PROGRESS = "referral.progress"
HALF_A_YEAR = timedelta(days=183)


def share_progress(actor: Actor, *, referral: Referral) -> str:
    """The secret of a new link, for whoever sent the referral."""
    require(policies.may_receive, actor)
    with transaction.atomic():
        record(actor, "referral.progress_shared", subject=referral, person_id=referral.person_id)
        return links.issue(referral.team_id, PROGRESS, referral.pk, HALF_A_YEAR)
