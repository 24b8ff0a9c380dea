"""What follows from calls: help is brought, whoever was not reached is looked for, and the campaign ends."""

import re
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CampaignContact
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.words import moment
from linkworks.foundation.messaging.models import MessageContent
from tests.support.typing_in import fill_in, follow, send
from tests.system.calling.preparing import KITCHEN


def the_link_they_were_sent(system: Actor) -> str:
    with acting(system):
        told = MessageContent.objects.get(recipient=KITCHEN["email"])
    link = re.search(r"/help/\S+", told.body)
    assert link is not None
    assert "Diaz" not in told.subject + told.body
    return link.group()


def the_kitchen_brings_it(page: Page, link: str) -> None:
    page.goto(link)
    expect(page.locator("main")).to_contain_text("Food parcel")
    expect(page.locator("main")).not_to_contain_text("Diaz")
    send(page, "Yes, we take this on")
    expect(page.locator("main")).to_contain_text("Diaz")
    expect(page.locator("main")).to_contain_text("No nuts")
    send(page, "They have it")
    expect(page.get_by_role("button", name="They have it")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("Diaz")


def they_have_rested(system: Actor) -> None:
    """Time passes until everybody who is to be rung later may be rung."""
    with acting(system):
        CampaignContact.objects.filter(state=QueueState.RESTING).update(wakes_at=clock.now())


def a_number_is_found(page: Page, campaign: str, who: str, number: str) -> None:
    write_what_came_of_it(page, f"{campaign}/not-reached", who, {"result": "number_found", "number": number})
    expect(page.get_by_text("no longer waiting for another way")).to_be_visible()


def nothing_is_found(page: Page, start: str, who: str, following: str) -> None:
    write_what_came_of_it(page, start, who, {"result": "nothing"})
    expect(page.get_by_text(f"What we try next: {following}.")).to_be_visible()


def seen_safe(page: Page, start: str, who: str) -> None:
    an_hour_ago = clock.now() - timedelta(hours=1)
    seen = {
        "result": "seen_safe",
        "seen_by": "Nurse Bello at the surgery",
        **date_of("seen_at", an_hour_ago),
        "seen_at_time": f"{an_hour_ago:%H:%M}",
        "words": "He came in for his blood pressure and is well.",
    }
    step = write_what_came_of_it(page, start, who, seen)
    expect(page.get_by_text("no longer waiting for another way")).to_be_visible()
    page.goto(step)
    for told in (seen["seen_by"], moment(an_hour_ago), seen["words"]):
        expect(page.locator("main")).to_contain_text(told)


def date_of(name: str, at: datetime) -> dict[str, str]:
    """The three boxes of a date."""
    return {f"{name}_{part}": str(getattr(at, part)) for part in ("day", "month", "year")}


def write_what_came_of_it(page: Page, start: str, who: str, came: dict[str, str]) -> str:
    """The address of the step, where it can be read."""
    page.goto(start)
    follow(page, who)
    page.wait_for_url("**/not-reached/*")
    step = page.url
    fill_in(page, came)
    send(page, "Save")
    return step


def a_death_is_confirmed(page: Page, who: str) -> None:
    """By a lead, who has asked their surgery."""
    page.goto("/campaigns/told")
    expect(page.get_by_role("heading", name=who)).to_be_visible()
    follow(page, "It is so: write down when")
    fill_in(page, {"words": "A call told us that she has died"})
    send(page, "Open for this reason")
    fill_in(page, date_of("died_on", clock.now()))
    send(page, "Save that they have died")
    page.goto("/campaigns/told")
    expect(page.locator("main")).not_to_contain_text(who)


def it_cannot_close_yet(page: Page, campaign: str, *why: str) -> None:
    page.goto(f"{campaign}/close")
    for sentence in why:
        expect(page.locator("main")).to_contain_text(sentence)
    send(page, "Look again")
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("This campaign cannot be closed yet.")


def it_closes(page: Page, campaign: str) -> None:
    page.goto(f"{campaign}/close")
    send(page, "Close it")
    expect(page.get_by_text("This campaign is closed. Everybody on its list has an ending.")).to_be_visible()


def endings_in_the_report(page: Page) -> dict[str, int]:
    rows = page.get_by_role("table", name="How it ended").locator("tbody tr").all()
    return {row.locator("th").inner_text(): int(row.locator("td").inner_text()) for row in rows}
