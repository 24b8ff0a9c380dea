"""The texts of the demonstration, before anybody tells them."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from linkworks.demonstration.chance import Chance
from linkworks.demonstration.folk import communities
from linkworks.demonstration.narrating import WHERE
from linkworks.demonstration.stories import DATA, Story, Voice, everyday_services, read, stories
from linkworks.domain.casework.choices import AdvocacyResult, NeedCategory
from linkworks.domain.people.choices import Gender
from linkworks.domain.referrals.choices import ReferralReason

GAPS = {"name", "she", "her", "hers", "She", "Hers", "service", "services", "words", "language"}
CATALOGUE = {entry["id"]: entry for entry in json.loads((DATA / "catalogue.json").read_text())}


def texts(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list):
        for part in told.values() if isinstance(told, dict) else told:
            yield from texts(part)


@pytest.mark.parametrize("name", ["phrases.toml", *(f"stories/{file.name}" for file in (DATA / "stories").iterdir())])
def test_every_gap_can_be_filled(name):
    for text in texts(read(name)):
        assert set(re.findall(r"{(\w*)}", text)) <= GAPS, text
        assert text.count("{") == text.count("}")
        assert not text.startswith("(") or text.startswith(tuple(WHERE)), text


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.key)
def test_a_story_holds_together(story: Story):
    assert {story.reason, *story.also} <= set(ReferralReason.values)
    assert {category for category, _ in story.needs} <= set(NeedCategory.values)
    assert {aim.need for aim in story.goals} <= {category for category, _ in story.needs}
    assert story.advocacy is None or story.advocacy.result in AdvocacyResult.values
    essential = CATALOGUE[story.services[0].id]["eligibility"]
    assert essential["age_of"] != "client" or (essential["age_min"] or 0) <= story.ages[0]
    assert essential["gender"] in {"any", story.who}


def test_every_reason_has_a_story_and_every_service_is_in_the_catalogue():
    assert {story.reason for story in stories()} == set(ReferralReason.values)
    offered = {service.id for story in stories() for service in story.services}
    assert offered | {service.id for service in everyday_services()} <= CATALOGUE.keys()


def test_partners_are_found_by_the_names_that_the_team_uses():
    names = {name for entry in CATALOGUE.values() for name in (entry["name"], *entry.get("aliases", []))}
    assert names >= {
        "Mind",
        "IAPT",
        "Change-Live-Grow",
        "Blind Aid",
        "Lewisham Advice",
        "Bench",
        "999 Club",
        "Street Link",
        "Housing adaptations",
        "Food banks",
        "Age Exchange",
    }


def test_somebody_who_is_neither_she_nor_he_is_called_by_name():
    voice = Voice.of("Robin", Gender.NON_BINARY)
    assert voice.say("{She} has {hers} keys; I rang {her}.") == "Robin has Robin’s keys; I rang Robin."


def test_names_of_many_communities_and_languages():
    assert len(communities()) >= 20
    assert len({language for community in communities() for language in community["languages"]}) >= 20


def test_one_stream_of_chance_never_shifts_another():
    first = Chance("seed", "a").between(0, 10**9)
    Chance("seed", "b").between(0, 10**9)
    assert Chance("seed", "a").between(0, 10**9) == first != Chance("seed", "b").between(0, 10**9)
