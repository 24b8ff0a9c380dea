"""A campaign from an untidy list to its report: a coordinator, three callers, a kitchen, a link worker, a lead.

Walked twice: as most people do, and with JavaScript off.
"""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from conftest import member
from linkworks.domain.outreach.models import CampaignContact, Need
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor
from tests.system.calling import afterwards, preparing, ringing, sheet

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]
MY_DAY = "/"
ROSA_SAYS = {"food-enough": "today-only", "food-why": "money", "food-diet": "No nuts"}


@dataclass
class Crew:
    system: Actor
    coordinator: Actor
    worker: Actor
    lead: Actor
    callers: tuple[Actor, Actor, Actor]


@pytest.fixture
def crew(team) -> Crew:
    system = Actor.system("test", team.pk)
    with acting(system):
        sheet.known_before(team)
        return Crew(
            system=system,
            coordinator=member(team, Role.COORDINATOR, "Dev Patel"),
            worker=member(team, Role.LINK_WORKER, "Amina Yusuf"),
            lead=member(team, Role.TEAM_LEAD, "Carol Whitfield"),
            callers=tuple(member(team, Role.CALLER, name) for name in ("Joan Abbott", "Tomi Ade", "Li Wei")),
        )


def test_from_an_untidy_list_to_a_closed_campaign(seat, crew):
    coordinator = seat.page_of(crew.coordinator)
    campaign = a_campaign_is_opened(coordinator, has_keys=seat.javascript)
    callers = [seat.page_of(one) for one in crew.callers]
    three_ring_at_once(callers)
    afterwards.a_death_is_confirmed(seat.page_of(crew.lead), "Ruth Cole")
    afterwards.a_number_is_found(coordinator, campaign, "Ken Lowe", "020 7946 0106")
    the_others_are_rung(callers)
    abdi_is_rung_again(callers[0], crew)
    still = ("1 person has not been reached", "1 need is not met")
    afterwards.it_cannot_close_yet(coordinator, campaign, *still)
    afterwards.the_kitchen_brings_it(seat.page_of(None), afterwards.the_link_they_were_sent(crew.system))
    rosa_says_that_it_came(callers[1], crew)
    abdi_is_seen_safe(coordinator, seat.page_of(crew.worker), campaign)
    afterwards.it_closes(coordinator, campaign)
    the_report_adds_up(coordinator)
    nobody_is_lost(crew)


def a_campaign_is_opened(page: Page, *, has_keys: bool) -> str:
    campaign = preparing.prepare_campaign(page)
    preparing.bring_the_list(page, campaign)
    preparing.look_through_and_add(page, has_keys=has_keys)
    preparing.set_the_rules(page, campaign, preparing.write_the_script(page))
    preparing.say_who_brings_food(page, campaign)
    preparing.open_it(page, campaign)
    return campaign


def three_ring_at_once(callers: list[Page]) -> None:
    """High priority first, and nobody twice."""
    for page in callers:
        ringing.get_ready(page)
    on_the_line = ringing.ring_at_once(callers)
    assert set(on_the_line) == {"Rosa", "Abdi", "Ruth"}
    ringing.talk(on_the_line["Rosa"], ROSA_SAYS)
    expect(on_the_line["Rosa"].locator("#needs + ul")).to_contain_text("You will be brought food.")
    ringing.say_how_it_went(on_the_line["Rosa"], "We talked: help is needed")
    ringing.say_how_it_went(on_the_line["Abdi"], "No answer")
    ringing.talk(on_the_line["Ruth"], {"who-answered": "died"})
    ringing.say_how_it_went(on_the_line["Ruth"], "We were told they have died")
    expect(on_the_line["Ruth"].locator("main")).to_contain_text("Do you want to talk to someone?")


def the_others_are_rung(callers: list[Page]) -> None:
    on_the_line = ringing.ring_at_once(callers[:2])
    assert set(on_the_line) == {"Mary", "Ken"}
    ringing.say_how_it_went(on_the_line["Mary"], "Asked us never to ring again")
    ringing.say_how_it_went(on_the_line["Ken"], "We talked: all is well")
    ringing.nobody_is_left(callers[0])


def abdi_is_rung_again(caller: Page, crew: Crew) -> None:
    """For the last time that his band allows."""
    afterwards.they_have_rested(crew.system)
    assert ringing.ring(caller) == "Abdi"
    ringing.say_how_it_went(caller, "No answer")
    ringing.nobody_is_left(caller)


def rosa_says_that_it_came(caller: Page, crew: Crew) -> None:
    """She is in the queue again, and her call is not saved before she was asked."""
    afterwards.they_have_rested(crew.system)
    assert ringing.ring(caller) == "Rosa"
    ringing.press_outcome(caller, "We talked: all is well")
    expect(caller.locator(".nhsuk-error-summary")).to_contain_text("did it come from Ladywell Kitchen?")
    caller.get_by_role("group", name=re.compile("did it come")).get_by_label("Yes").check()
    ringing.say_how_it_went(caller, "We talked: all is well")


def abdi_is_seen_safe(coordinator: Page, worker: Page, campaign: str) -> None:
    who = "Abdi WARSAME"
    afterwards.nothing_is_found(coordinator, f"{campaign}/not-reached", who, following="Ask the next of kin")
    afterwards.nothing_is_found(worker, MY_DAY, who, following="Ask the GP surgery")
    afterwards.seen_safe(worker, MY_DAY, who)


def the_report_adds_up(page: Page) -> None:
    told = f"{sheet.PEOPLE} people were on the list, and every one of them has an ending."
    expect(page.locator("main")).to_contain_text(told)
    endings = afterwards.endings_in_the_report(page)
    assert endings == {
        "Reached": 2,
        "Seen to be safe": 1,
        "Did not want a call": 1,
        "Has died": 2,
        "All who are done": sheet.PEOPLE,
    }


def nobody_is_lost(crew: Crew) -> None:
    with acting(crew.system):
        assert CampaignContact.objects.filter(ending="").count() == 0
        assert CampaignContact.objects.count() == sheet.PEOPLE
        (need,) = Need.objects.all()
    assert need.state == "confirmed"
