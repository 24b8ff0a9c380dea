"""One person's way through Linkworks: a practice refers, a link worker supports, the practice hears back.

Walked twice: as most people do, and with JavaScript off.
"""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from conftest import member
from linkworks.domain.casework.models import Case
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.people.tests.factories import PracticeFactory
from linkworks.domain.referrals.models import MessageBack
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging.models import MessageContent
from linkworks.interfaces.public_site.tests.answers import SOMEONE
from tests.support.typing_in import fill_in, follow, send

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


@dataclass
class Crew:
    system: Actor
    coordinator: Actor
    worker: Actor
    practice_id: str


@pytest.fixture
def crew(team) -> Crew:
    system = Actor.system("test", team.pk)
    with acting(system):
        practice = PracticeFactory(team=team, name="Deptford Surgery", email="deptford.surgery@example.org")
        ServiceFactory(name="Tuesday lunch club", description="A warm lunch and company every Tuesday.")
        return Crew(
            system=system,
            coordinator=member(team, Role.COORDINATOR, "Dev Patel"),
            worker=member(team, Role.LINK_WORKER, "Amina Yusuf"),
            practice_id=str(practice.pk),
        )


def test_from_referral_to_message_back(seat, crew):
    reference, progress = a_practice_refers_rosa(seat.page_of(None), crew)
    the_coordinator_accepts(seat.page_of(crew.coordinator), reference)
    worker = seat.page_of(crew.worker)
    the_worker_finds_her_on_my_day(worker)
    they_talk(worker)
    they_agree_what_matters_and_a_plan(worker)
    something_is_looked_into_and_somebody_spoken_to(worker)
    an_option_is_put_to_her_and_she_chooses(worker)
    it_is_said_how_it_went(worker)
    she_is_asked_how_she_is(worker)
    the_code_goes_into_the_gp_record(worker)
    what_was_open_gets_its_answer(worker)
    support_ends(worker)
    the_practice_hears_back(crew)
    whoever_referred_is_shown_nobody(seat.page_of(None), progress)


def a_practice_refers_rosa(page: Page, crew: Crew) -> tuple[str, str]:
    page.goto("/refer/lewisham/someone")
    expect(page.get_by_text("999").first).to_be_visible()
    fill_in(page, SOMEONE | {"practice": crew.practice_id})
    send(page, "Send")
    expect(page.get_by_role("heading", level=1)).to_contain_text("We have your referral")
    reference = re.search(r"\bLW-\w+", page.locator("main").inner_text())
    progress = page.locator("main a[href*='/progress/']").first.get_attribute("href")
    assert reference is not None
    assert progress
    return reference.group(), progress


def the_coordinator_accepts(page: Page, reference: str) -> None:
    page.goto("/referrals")
    follow(page, "Rosa Diaz")
    expect(page.locator("main")).to_contain_text(reference)
    follow(page, "Accept")
    fill_in(page, {"support_level": "full"})
    page.get_by_label("Amina Yusuf").check()
    send(page, "Accept")


def the_worker_finds_her_on_my_day(page: Page) -> None:
    page.goto("/")
    expect(page.locator("main")).to_contain_text("1 first contact")
    follow(page, "Rosa Diaz")
    expect(page.get_by_text("Rosa Diaz").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("Do not leave a voicemail")


def go_to(page: Page, part: str) -> None:
    """To one of the case's own pages, from wherever on the case."""
    case = re.search(r"/cases/[0-9a-f-]{36}", page.url)
    assert case is not None, page.url
    page.goto(f"{case.group()}{part}")


def they_talk(page: Page) -> None:
    go_to(page, "/contacts/new")
    fill_in(
        page,
        {"note": "Rosa misses her husband and the people at the market.", "outcomes": ["listened", "what_matters"]},
    )
    fill_in(page, {"way": "phone"})
    send(page, "Save")
    expect(page.locator("main")).to_contain_text("misses her husband")


def they_agree_what_matters_and_a_plan(page: Page) -> None:
    go_to(page, "/what-matters")
    fill_in(page, {"words": "To sit at a table with other people again."})
    send(page, "Save")
    go_to(page, "/needs")
    fill_in(page, {"categories": ["company"]})
    send(page, "Save")
    go_to(page, "/goals/new")
    fill_in(page, {"words": "Eat lunch with somebody once a week", "score": "2"})
    send(page, "Save")
    go_to(page, "")
    expect(page.locator("main")).to_contain_text("To sit at a table with other people again.")
    expect(page.locator("main")).to_contain_text("Eat lunch with somebody once a week")


def something_is_looked_into_and_somebody_spoken_to(page: Page) -> None:
    go_to(page, "/research/new")
    fill_in(page, {"question": "Is there a bus to the market hall?"})
    send(page, "Save")
    go_to(page, "/advocacy/new")
    fill_in(
        page,
        {
            "about": "A broken lift",
            "with_whom": "Her landlord",
            "authority": "Rosa asked me to, on the telephone",
            "position": "It has to be mended before the winter.",
        },
    )
    send(page, "Save")


def an_option_is_put_to_her_and_she_chooses(page: Page) -> None:
    go_to(page, "/options?q=lunch")
    follow(page, "Put to them")
    fill_in(page, {"why": "Company and a meal", "choice": "yes", "words": "I used to cook for forty."})
    send(page, "Put it among the options")
    expect(page.locator("main")).to_contain_text("I used to cook for forty.")


def it_is_said_how_it_went(page: Page) -> None:
    follow(page, "Choose how they get there")
    follow(page, "Signpost")
    fill_in(page, {"told": "When and where, and whom to ask for"})
    send(page, "Save")
    fill_in(page, {"how_far": "received", "felt": "Like being needed."})
    send(page, "Save how it went")
    expect(page.locator("main")).to_contain_text("Like being needed.")


def she_is_asked_how_she_is(page: Page) -> None:
    go_to(page, "/measures/ons4")
    fill_in(page, {"satisfied": "6", "worthwhile": "7", "happy": "5", "anxious": "3"})
    send(page, "Save")
    expect(page.locator("main")).to_contain_text(re.compile("7.*high", re.IGNORECASE | re.DOTALL))


def the_code_goes_into_the_gp_record(page: Page) -> None:
    go_to(page, "/gp-copy")
    expect(page.locator("main")).to_contain_text("871731000000106")
    send(page, "pasted")


def what_was_open_gets_its_answer(page: Page) -> None:
    go_to(page, "/close")
    follow(page, "Is there a bus to the market hall?")
    fill_in(page, {"found": "The 47 stops outside."})
    send(page, "Save")
    go_to(page, "/close")
    follow(page, "A broken lift")
    follow(page, "Write down what was done or heard")
    fill_in(page, {"words": "The lift runs again.", "result": "won"})
    send(page, "Save")


def support_ends(page: Page) -> None:
    go_to(page, "/close")
    fill_in(page, {"reason": "goals_reached", "how_it_went": "need_met", "checks_in": "no"})
    fill_in(page, {"words": "Rosa eats at the lunch club every Tuesday and has begun to cook there."})
    send(page, "Go on to the messages")
    expect(page.locator("main")).to_contain_text("Deptford Surgery")
    send(page, "Close")
    expect(page.locator("main")).to_contain_text("Closed")


def the_practice_hears_back(crew: Crew) -> None:
    with acting(crew.system):
        assert Case.objects.get().status == "closed"
        summary = MessageBack.objects.get(kind="summary")
        content = MessageContent.objects.get(message_id=summary.outbox_id)
    assert "cook there" in summary.text
    assert bytes(content.attachment).startswith(b"%PDF")


def whoever_referred_is_shown_nobody(page: Page, progress: str) -> None:
    page.goto(progress)
    expect(page.locator("main")).to_contain_text("It is accepted")
    expect(page.locator("main")).not_to_contain_text("Rosa")
