"""By which rules a call is saved. They change seldom, and are asked for with every call."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from linkworks.domain.outreach.models import CallOutcome, Campaign
from linkworks.domain.outreach.selectors.campaigns import get_windows
from linkworks.domain.outreach.windows import Windows

CAMPAIGNS_AT_ONCE = 32


@dataclass(frozen=True)
class CallRules:
    """The outcomes by their code."""

    windows: Windows
    outcomes: Mapping[str, CallOutcome]


def rules_of(campaign: Campaign) -> CallRules:
    """For whoever has just read the campaign: whatever changes its rules changes its version too."""
    return _rules_of(campaign.pk, campaign.version)


@lru_cache(maxsize=CAMPAIGNS_AT_ONCE)
def _rules_of(campaign_id: UUID, _version: int) -> CallRules:
    outcomes = CallOutcome.objects.filter(campaign_id=campaign_id)
    return CallRules(get_windows(campaign_id), {outcome.code: outcome for outcome in outcomes})
