"""What a coordinator does before the first call, from a name to a campaign that rings. A campaign is its address."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from linkworks.domain.outreach.choices import Weekday
from linkworks.foundation.core import clock
from tests.support.typing_in import fill_in, follow, send
from tests.system.calling import sheet

FOOD_QUESTION = "Is there enough to eat and drink at home until Friday?"
KITCHEN = {"name": "Ladywell Kitchen", "email": "ladywell.kitchen@example.org"}


def prepare_campaign(page: Page) -> str:
    page.goto("/campaigns")
    follow(page, "Prepare a campaign")
    fill_in(page, {"name": "Spring welfare calls", "purpose": "To hear how people are.", "telephone": "020 8314 6000"})
    send(page, "Prepare it")
    expect(page.locator("main")).to_contain_text("Choose the script that callers read.")
    return urlsplit(page.url).path


def bring_the_list(page: Page, campaign: str) -> None:
    page.goto(campaign)
    follow_tab(page, "List")
    follow(page, "Bring a list")
    file = {"name": "shielding.csv", "mimeType": "text/csv", "buffer": sheet.as_sent()}
    page.get_by_label("The list", exact=True).set_input_files(file)
    fill_in(
        page,
        {
            "sender": "Deptford Surgery",
            "source": "The practice’s list of patients who shield",
            "purpose": "Welfare calls",
            "legal_basis": "Article 6(1)(e)",
            "delete_by_day": "31",
            "delete_by_month": "12",
            "delete_by_year": str(clock.today().year + 1),
        },
    )
    send(page, "Read it")
    put_the_columns_right(page)


def put_the_columns_right(page: Page) -> None:
    expect(page.locator("main")).to_contain_text("We could not tell what these are: Colour.")
    expect(page.locator("[name=column_1]")).to_have_value("given_name")
    fill_in(page, {"column_1": "family_name", "column_2": "given_name"})
    send(page, "Compare the rows with the people we know")


def look_through_and_add(page: Page, *, has_keys: bool) -> None:
    expect(page.locator("main")).to_contain_text("1 row waits for somebody to say who it is.")
    for kind in ("New to us", "Has died", "No telephone number", "The same person again"):
        expect(page.get_by_role("row").filter(has_text=kind)).to_be_visible()
    follow(page, "Does not fit together")
    follow(page, "Decide one by one")
    expect(page.locator("h1")).to_contain_text("Mary O’Brien")
    say_it_is_the_person(page, has_keys=has_keys)
    expect(page.locator("main")).to_contain_text("Every row is decided.")
    follow(page, "Add them to the campaign")
    send(page, "Add them")
    expect(page.get_by_text("The people of this list are in the campaign.")).to_be_visible()


def say_it_is_the_person(page: Page, *, has_keys: bool) -> None:
    if has_keys:
        page.keyboard.press("1")
    else:
        send(page, "This is the person")


def write_the_script(page: Page) -> str:
    """Its name. It differs from the shipped one by a sentence."""
    name = "Our welfare call"
    page.goto("/campaigns/scripts")
    follow(page, "Begin a script")
    fill_in(page, {"name": name, "origin": "shipped"})
    send(page, "Begin")
    page.locator("#step-food-enough").get_by_role("link", name="Change this step").click()
    fill_in(page, {"say": FOOD_QUESTION})
    send(page, "Save")
    expect(page.locator("#step-food-enough")).to_contain_text(FOOD_QUESTION)
    send(page, "Publish")
    expect(page.locator("main")).to_contain_text("Its words stand now")
    return name


def set_the_rules(page: Page, campaign: str, script: str) -> None:
    page.goto(f"{campaign}/rules")
    page.get_by_role("link", name="Change the script").click()
    page.get_by_label(script).check()
    send(page, "Save")
    follow(page, "Change the hours")
    fill_in(page, {f"day_{day}": "midnight to midnight" for day in Weekday})
    send(page, "Save")
    page.get_by_role("link", name="Change High priority").click()
    fill_in(page, {"most_tries": "2"})
    send(page, "Save")
    expect(page.get_by_role("row").filter(has_text="High priority")).to_contain_text("At most 2")


def say_who_brings_food(page: Page, campaign: str) -> None:
    page.goto(f"{campaign}/needs")
    follow(page, "Who helps with what")
    follow(page, "Add somebody who helps")
    fill_in(page, KITCHEN)
    send(page, "Save")
    follow(page, "Say who helps with what")
    page.get_by_label("For which kind of help?").select_option(label="Food parcel")
    page.get_by_label("Whom do we ask first?").select_option(label=KITCHEN["name"])
    send(page, "Save")
    expect(page.get_by_role("heading", name="Food parcel")).to_be_visible()


def open_it(page: Page, campaign: str) -> None:
    page.goto(campaign)
    send(page, "Open it")
    expect(page.get_by_text("The campaign is open.")).to_be_visible()


def follow_tab(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=name, exact=True).click()
