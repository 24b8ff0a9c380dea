"""A campaign in numbers. Nobody is named, and whoever may not see people gets the same numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from linkworks.domain.outreach.choices import AgeBand, Ending, NeedState, QueueState
from linkworks.domain.outreach.models import CallerShift, Campaign, CampaignContact, ColleagueAsked, Need
from linkworks.domain.outreach.policies import may_see_board
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

HERE = timedelta(minutes=5)  # since a caller last gave a sign
LONGEST_PAUSE = timedelta(hours=2)  # whoever pauses for longer has gone home
# What an open board shows is never two seconds old: numbers are good for so long, and whoever is given older ones
# because somebody counts just now asks again soon.
GOOD_FOR, ASK_AGAIN = timedelta(seconds=1.2), timedelta(seconds=0.2)
REACHED = (Ending.REACHED, Ending.SEEN_SAFE)
NOT_OURS_TO_REACH = (Ending.DIED, Ending.EXCLUDED)
NOT_KNOWN = "Not known"
GROUPS = ("band_id", "area", "language", "age_band")


@dataclass(frozen=True)
class Crowd:
    """So many people alike in all that they are counted by, and how many of them were reached.

    Whoever was reached stays so while we ring once more, to hear whether help came.
    """

    state: QueueState
    ending: str
    people: int
    reached: int
    band: str = ""
    area: str = ""
    language: str = ""
    age_band: int | None = None

    @property
    def is_ours_to_reach(self) -> bool:
        return self.ending not in NOT_OURS_TO_REACH


@dataclass(frozen=True)
class Board:
    """Where everybody on the list stands at one moment. `callers` ring now, `paused` take a break, `asking` wait for a
    colleague; `overdue` are needs of which nobody has heard when they should have.
    """

    at: datetime
    crowds: tuple[Crowd, ...]
    needs: Mapping[NeedState, int]
    overdue: int
    callers: int
    paused: int
    asking: int

    def next_in(self) -> timedelta:
        """When an open board should ask for the next numbers: hardly before they are due."""
        return max(self.at + GOOD_FOR - clock.now(), ASK_AGAIN)

    def count(self, counts: Callable[[Crowd], bool] = lambda crowd: True) -> int:
        return sum(crowd.people for crowd in self.crowds if counts(crowd))

    def in_state(self, *states: QueueState) -> int:
        return self.count(lambda crowd: crowd.state in states)

    def reached(self) -> int:
        return sum(crowd.reached for crowd in self.crowds)

    def ended(self) -> Counter[str]:
        return _sum((crowd.ending, crowd.people) for crowd in self.crowds if crowd.state == QueueState.ENDED)

    def shares(self, label: Callable[[Crowd], str]) -> dict[str, tuple[int, int]]:
        """For each group: how many were ours to reach, and how many of them were reached."""
        ours = [crowd for crowd in self.crowds if crowd.is_ours_to_reach]
        people = _sum((label(crowd), crowd.people) for crowd in ours)
        reached = _sum((label(crowd), crowd.reached) for crowd in ours)
        return {name: (number, reached[name]) for name, number in people.items()}


def by_band(crowd: Crowd) -> str:
    return crowd.band


def by_area(crowd: Crowd) -> str:
    return crowd.area or NOT_KNOWN


def by_language(crowd: Crowd) -> str:
    return crowd.language


def by_age(crowd: Crowd) -> str:
    return NOT_KNOWN if crowd.age_band is None else str(AgeBand(crowd.age_band).label)


def read_board(actor: Actor, campaign: Campaign, groups: Sequence[str] = GROUPS) -> Board:
    """Without groups it says where everybody stands, but not who is reached less than others: in half the time."""
    require(may_see_board, actor)
    with acting(counting(actor)):
        needs = Need.objects.filter(campaign=campaign)
        shifts = CallerShift.objects.filter(campaign=campaign)
        here = shifts.filter(seen_at__gt=clock.now() - HERE, paused_at__isnull=True)
        asking = ColleagueAsked.objects.filter(campaign=campaign, answered_at__isnull=True)
        return Board(
            at=clock.now(),
            crowds=tuple(_crowds(campaign, groups)),
            needs={NeedState(state): number for state, number in needs.values_list("state").annotate(Count("pk"))},
            overdue=needs.filter(due_at__lt=clock.now()).count(),
            callers=here.count(),
            paused=shifts.filter(paused_at__gt=clock.now() - LONGEST_PAUSE).count(),
            asking=asking.count(),
        )


def list_done_by_day(actor: Actor, campaign: Campaign) -> list[tuple[date, int]]:
    """How many were done on each day on which anybody was."""
    require(may_see_board, actor)
    with acting(counting(actor)):
        done = CampaignContact.objects.filter(campaign=campaign, ended_at__isnull=False)
        days = done.annotate(day=TruncDate("ended_at", tzinfo=clock.LONDON)).order_by("day")
        return list(days.values_list("day").annotate(Count("pk")))


def counting(actor: Actor) -> Actor:
    """Row security shows a caller and a commissioner nobody: a named job counts, and returns numbers only."""
    return Actor.system("live-board", actor.own_team)


def _crowds(campaign: Campaign, groups: Sequence[str]) -> Iterable[Crowd]:
    """In one statement without a join, which among 100,000 people would take a quarter of the time."""
    names = dict(campaign.bands.values_list("pk", "name")) if "band_id" in groups else {}
    talks = list(campaign.outcomes.filter(ending__in=REACHED).values_list("pk", flat=True))
    alike = CampaignContact.objects.filter(campaign=campaign).values(*groups, "state", "ending")
    talked = Count("pk", filter=Q(ending="", last_outcome_id__in=talks))
    for row in alike.annotate(people=Count("pk"), reached=talked):
        if row["ending"] in REACHED:
            row["reached"] = row["people"]
        if band := row.pop("band_id", None):
            row["band"] = names[band]
        yield Crowd(**row | {"state": QueueState(row["state"])})


def _sum(pairs: Iterable[tuple[str, int]]) -> Counter[str]:
    told: Counter[str] = Counter()
    for name, number in pairs:
        told[name] += number
    return told
