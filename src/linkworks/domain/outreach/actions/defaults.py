"""The shipped rules, written into a new campaign: a function to each section."""

from datetime import timedelta
from typing import Any

from linkworks.domain.outreach.choices import SHUT_BY_SAFE_CONTACT
from linkworks.domain.outreach.models import (
    CallingWindow,
    CallOutcome,
    Campaign,
    LadderRung,
    NeedClock,
    NeedType,
    PriorityBand,
)
from linkworks.domain.outreach.shipped import welfare


def write_defaults(campaign: Campaign) -> None:
    kept = welfare()
    _write_windows(campaign, kept["windows"])
    _write_bands(campaign, kept["bands"])
    write_outcomes(campaign, kept["outcomes"])
    write_rungs(campaign, kept["other_ways"])
    _write_need_types(campaign, kept["need_types"])
    _write_need_clocks(campaign, kept["need_clocks"])


def _write_windows(campaign: Campaign, kept: list[dict[str, Any]]) -> None:
    CallingWindow.objects.bulk_create(
        CallingWindow(campaign=campaign, team=campaign.team, weekday=weekday, opens=one["opens"], closes=one["closes"])
        for one in kept
        for weekday in one["weekdays"]
    )


def _write_bands(campaign: Campaign, kept: list[dict[str, Any]]) -> None:
    PriorityBand.objects.bulk_create(
        PriorityBand(
            campaign=campaign,
            team=campaign.team,
            place=place,
            **read_durations(one),
        )
        for place, one in enumerate(kept, 1)
    )


def write_outcomes(campaign: Campaign, kept: list[dict[str, Any]]) -> None:
    CallOutcome.objects.bulk_create(
        CallOutcome(
            campaign=campaign,
            team=campaign.team,
            place=place,
            **read_durations(one),
        )
        for place, one in enumerate(kept, 1)
    )


def read_durations(kept: dict[str, Any]) -> dict[str, Any]:
    """As columns: `{ hours = 3 }` is a length of time."""
    return {name: timedelta(**value) if isinstance(value, dict) else value for name, value in kept.items()}


def write_rungs(campaign: Campaign, kept: list[dict[str, Any]]) -> None:
    LadderRung.objects.bulk_create(
        LadderRung(
            campaign=campaign,
            team=campaign.team,
            place=place,
            shut_by_safe_contact=one["kind"] in SHUT_BY_SAFE_CONTACT,
            **read_durations(one),
        )
        for place, one in enumerate(kept, 1)
    )


def _write_need_types(campaign: Campaign, kept: list[dict[str, Any]]) -> None:
    NeedType.objects.bulk_create(
        NeedType(campaign=campaign, team=campaign.team, place=place, **one) for place, one in enumerate(kept, 1)
    )


def _write_need_clocks(campaign: Campaign, kept: list[dict[str, Any]]) -> None:
    NeedClock.objects.bulk_create(
        NeedClock(
            campaign=campaign,
            team=campaign.team,
            **read_durations(one),
        )
        for one in kept
    )
