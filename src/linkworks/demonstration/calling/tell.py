"""The calls of the demonstration: the campaign of spring 2020, which is over, and one that has run for three days."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from linkworks.demonstration.calling.campaign import tell_campaign
from linkworks.demonstration.calling.teller import Plan, Room
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.crew import Crew
from linkworks.demonstration.days import ONE_DAY, at
from linkworks.demonstration.stories import read
from linkworks.domain.outreach.models import (
    CallerIntroduction,
    CallScript,
    Campaign,
    NeedRoute,
    Provider,
    ScriptVersion,
)
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.clock import LONDON

RESIDENTS, NOW = 5_000, 160
BEGAN, CLOSED = date(2020, 3, 30), date(2020, 7, 3)
DAYS_OF_FIRST_CALLS = 40
HOURS = (11, 18)  # open on every day of the week


def tell_calls(crew: Crew, day: date, chance: Chance) -> int:
    """Says how many rows it wrote."""
    room = _room(crew)
    spring = Plan(
        told="spring",
        people=RESIDENTS,
        first_serial=60_000,
        began=at(BEGAN, 9),
        until=at(CLOSED, 9),
        first=_spread(BEGAN, DAYS_OF_FIRST_CALLS, RESIDENTS, chance.of("spring")),
        closed=at(CLOSED, 16),
    )
    began = day - 3 * ONE_DAY
    now = Plan(
        told="now",
        people=NOW,
        first_serial=80_000,
        began=at(began, 9),
        until=at(day, 0),
        first=_spread(began, 5, NOW, chance.of("now")),
    )
    written = sum(tell_campaign(plan, room, chance.of(plan.told)) for plan in (spring, now))
    _ask_who_brings(crew, room)
    return written


def _room(crew: Crew) -> Room:
    callers = [one.user for one in crew.colleagues if one.sign_in.role in (Role.CALLER, Role.LINK_WORKER)]
    for one in callers:
        CallerIntroduction.objects.create(team=crew.team, user=one, finished_at=at(BEGAN, 8))
    return Room(crew, callers, _script(crew), _providers(crew))


def _script(crew: Crew) -> ScriptVersion:
    script = CallScript.objects.create(team=crew.team, name="Welfare call")
    return ScriptVersion.objects.create(
        team=crew.team,
        script=script,
        number=1,
        content=welfare_call(),
        published_at=at(BEGAN, 8),
        published_by=crew.coordinator,
    )


def _providers(crew: Crew) -> dict[str, UUID]:
    made = (
        Provider.objects.create(team=crew.team, name=told["name"], email=told["email"], telephone=told["telephone"])
        for told in read("calling.toml")["provider"]
    )
    return {one.name: one.pk for one in made}


def _ask_who_brings(crew: Crew, room: Room) -> None:
    """Whoever brings a kind of help is asked first; the next who does is the back-up."""
    told = read("calling.toml")["provider"]
    for campaign in Campaign.objects.filter(team=crew.team):
        for kind in campaign.need_types.all():
            who = [room.providers[one["name"]] for one in told if kind.code in one["brings"]]
            if who:
                NeedRoute.objects.create(
                    team=crew.team,
                    campaign=campaign,
                    type=kind,
                    provider_id=who[0],
                    backup_id=who[1] if who[1:] else None,
                )


def _spread(first: date, days: int, people: int, chance: Chance) -> Sequence[datetime]:
    """When each is rung for the first time: so many a day, through the hours of calling."""
    return sorted(_moments(first, days, people, chance))


def _moments(first: date, days: int, people: int, chance: Chance) -> Iterator[datetime]:
    opens, closes = HOURS
    for number in range(people):
        day = first + timedelta(days=number * days // people)
        hour = time(chance.between(opens, closes - 1), chance.between(0, 59), chance.between(0, 59))
        yield datetime.combine(day, hour, LONDON)
