import re
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkworks.domain.onward.actions.hand_out import hand_out, take_back
from linkworks.domain.onward.sheet.tries import MOST_AN_HOUR, MOST_IN_ALL
from linkworks.domain.onward.tests.factories import OptionsSheetFactory, SheetEntryFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

BORN, WRONG = "1950", "1951"


def text(response):
    """The page, without what is new in every answer."""
    return " ".join(re.sub(r'nonce="[^"]*"', "", response.content.decode()).split())


def give(client, sheet, year):
    return client.post(f"/sheet/{sheet.token}/year", {"year": year})


def test_the_list_asks_for_the_year_and_opens_with_it(client, sheet):
    page = f"/sheet/{sheet.token}"
    assert client.get(page).url == f"{page}/year"
    response = give(client, sheet, BORN)
    assert (response.status_code, response.url) == (302, page)
    assert "Deptford lunch club" in text(client.get(page))
    assert client.get(f"{page}/year").url == page


@pytest.mark.parametrize("year", [WRONG, "", "nineteen fifty", "50", "-1", "99999999999999999999", "1950.5", "١٩٥٠"])
def test_what_is_not_the_year_opens_nothing_and_says_nothing(client, sheet, year):
    response = give(client, sheet, year)
    assert response.status_code == 422
    html = text(response)
    assert "Error: Open your list" in html
    for private in ("Rosa", "Marshall", "lunch", "Amina", "Lewisham", "Linkworks", "020 7946 0100"):
        assert private not in html, private
    assert client.get(f"/sheet/{sheet.token}").url.endswith("/year")


@pytest.mark.parametrize("year", ["50", "194", "19460", "nineteen fifty"])
def test_what_is_no_year_is_no_try_and_the_page_says_what_a_year_looks_like(client, sheet, year):
    assert "Type the year as four numbers, like 1950" in text(give(client, sheet, year))
    sheet.refresh_from_db()
    assert not sheet.wrong_years_at


def test_tries_are_throttled_in_words_that_help(client, sheet):
    with time_machine.travel(clock.now(), tick=False):
        for _ in range(MOST_AN_HOUR):
            response = give(client, sheet, WRONG)
        assert "Wait an hour and try again" in text(response)
        assert "Wait an hour" in text(give(client, sheet, BORN))
    with time_machine.travel(clock.now() + timedelta(minutes=61)):
        assert give(client, sheet, BORN).status_code == 302


def test_too_many_tries_end_the_link_and_it_then_looks_like_one_that_never_was(client, sheet):
    for number in range(MOST_IN_ALL):
        with time_machine.travel(clock.now() + timedelta(hours=2 * number)):
            give(client, sheet, WRONG)
    assert text(give(client, sheet, BORN)) == text(client.get("/sheet/never-was"))


def test_gone_and_never_there_and_somebody_elses_purpose_look_the_same(client, sheet, link_worker):
    never = client.get("/sheet/never-was")
    assert never.status_code == 404
    take_back(link_worker, sheet=sheet)
    for page in ("", "/year", "/leave"):
        gone = client.get(f"/sheet/{sheet.token}{page}")
        assert (gone.status_code, text(gone)) == (404, text(never))


def test_a_link_that_ran_out_opens_nothing(client, sheet):
    give(client, sheet, BORN)
    with time_machine.travel(sheet.expires_at + timedelta(minutes=1)):
        assert client.get(f"/sheet/{sheet.token}").status_code == 404


def test_that_it_was_opened_is_forgotten_after_half_an_hour_and_with_a_new_link(client, sheet, link_worker):
    give(client, sheet, BORN)
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        assert client.get(f"/sheet/{sheet.token}").status_code == 302
    former = client.cookies["linkworks_sheet"].value
    sheet.refresh_from_db()
    token = hand_out(link_worker, sheet=sheet)
    client.cookies["linkworks_sheet"] = former
    assert client.get(f"/sheet/{token}").status_code == 302


def test_the_cookie_of_one_list_opens_no_other(client, sheet, entry, case, option, link_worker):
    other = SheetEntryFactory(sheet=OptionsSheetFactory(case=case), option=option).sheet
    token = hand_out(link_worker, sheet=other)
    give(client, sheet, BORN)
    client.cookies["linkworks_sheet"]["path"] = "/"
    assert client.get(f"/sheet/{token}").status_code == 302


def test_the_way_out_forgets_at_once(client, sheet):
    give(client, sheet, BORN)
    response = client.get(f"/sheet/{sheet.token}/leave")
    assert response.url == "https://www.bbc.co.uk/weather"
    assert client.get(f"/sheet/{sheet.token}").status_code == 302


@given(token=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="/?#\\"), min_size=1, max_size=80))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_no_secret_but_the_right_one_opens_anything(client, sheet, token):
    if token not in {sheet.token, ".", ".."}:
        assert client.get(f"/sheet/{quote(token)}").status_code == 404
