"""A campaign that rings at every hour, with nobody rung yet, and a room of callers who have begun to ring for it.

One in ten shares a telephone number with the person before.
"""

from collections.abc import Iterator
from datetime import time, timedelta
from random import Random
from uuid import uuid4

from django.db.models import Model

from bench.data import words
from bench.data.batch import save
from bench.data.team import make_team, make_worker
from linkworks.domain.outreach.choices import CampaignState, Ending, Follows
from linkworks.domain.outreach.models import (
    CallerShift,
    CallingWindow,
    CallOutcome,
    CallScript,
    Campaign,
    CampaignContact,
    PriorityBand,
    ScriptVersion,
)
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.models import ContactDetail, Person
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, Team
from linkworks.foundation.core import clock

AT_ONCE = 5_000
BANDS = 5
SHARED_ONE_IN = 10
TALKED, ENGAGED = "talked", "engaged"


def load_calls(people: int, callers: int, *, hold: timedelta = timedelta(minutes=10)) -> None:
    team = make_team()
    campaign, bands, rest = _make_campaign(team, hold)
    save([team, campaign, *bands, *rest, *_make_callers(team, campaign, callers)])
    for start in range(0, people, AT_ONCE):
        save(_make_people(campaign, bands, range(start, min(people, start + AT_ONCE))))


def _make_campaign(team: Team, hold: timedelta) -> tuple[Campaign, list[PriorityBand], list[Model]]:
    of_team = {"team": team}
    script = CallScript(**of_team, name="Welfare call")
    words_of_script = ScriptVersion(
        **of_team, script=script, number=1, content=welfare_call(), published_at=clock.now()
    )
    campaign = Campaign(
        **of_team,
        name="Spring welfare calls",
        purpose="To hear whether people have food, medicines and company.",
        telephone="02079460150",
        state=CampaignState.OPEN,
        script=words_of_script,
        hold=hold,
    )
    of_campaign = of_team | {"campaign": campaign}
    bands = [
        PriorityBand(**of_campaign, place=place, name=f"Band {place}", head_start=timedelta(hours=8 * (BANDS - place)))
        for place in range(BANDS)
    ]
    windows = [CallingWindow(**of_campaign, weekday=day, opens=time.min, closes=time.max) for day in range(1, 8)]
    outcomes = [
        CallOutcome(**of_campaign, place=1, code=TALKED, label="We talked", follows=Follows.END, ending=Ending.REACHED),
        CallOutcome(**of_campaign, place=2, code=ENGAGED, label="Engaged", follows=Follows.RING_AGAIN, counts=False),
    ]
    return campaign, bands, [script, words_of_script, *windows, *outcomes]


def _make_callers(team: Team, campaign: Campaign, callers: int) -> Iterator[Model]:
    for number in range(callers):
        caller = make_worker(number)
        yield caller
        yield Membership(user=caller, team=team, role=Role.CALLER)
        yield CallerShift(team=team, campaign=campaign, user=caller, languages=["English"], seen_at=clock.now())


def _make_people(campaign: Campaign, bands: list[PriorityBand], numbers: range) -> Iterator[Model]:
    for number in numbers:
        chance = Random(f"resident {number}")
        given, family = words.full_name(chance)
        person = Person(id=uuid4(), team_id=campaign.team_id, given_name=given, family_name=family)
        person.search_name = person.folded_names
        telephone = f"+4420{number - (number % SHARED_ONE_IN == 1):08}"
        detail = ContactDetail(
            team_id=campaign.team_id, person=person, kind=ContactKind.LANDLINE, value=telephone, is_preferred=True
        )
        yield person
        yield detail
        yield CampaignContact(
            team_id=campaign.team_id,
            person=person,
            campaign=campaign,
            band=chance.choice(bands),
            rank_at=clock.now() - timedelta(minutes=chance.randrange(600)),
            number=detail,
            phone_key=telephone,
        )
