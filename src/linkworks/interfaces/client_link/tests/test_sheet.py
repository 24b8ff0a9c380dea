from uuid import uuid4

import pytest
from django.test import Client

from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.models import ClientChoice, SheetEntry
from linkworks.domain.onward.tests.factories import OptionFactory, SheetEntryFactory, SignpostingFactory
from linkworks.foundation.audit.models import ChangeEntry, ViewEntry
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def page(client, sheet):
    """The address of the list, opened in this browser."""
    client.post(f"/sheet/{sheet.token}/year", {"year": "1950"})
    return f"/sheet/{sheet.token}"


def answer(client, page, entry, **said):
    return client.post(f"{page}/answer/{entry.pk}", said, follow=True)


def test_the_list_says_what_the_sheet_says_and_names_nobody(client, page, sheet):
    html = text(client.get(page))
    for said in (
        "Your list",
        "Deptford lunch club",
        "You eat a warm lunch with others.",
        "Bus 47 stops at the door.",
        "Jo, 020 7946 0106",
        "Jo meets you at the door.",
        "You can just turn up.",
        "Samaritans, 116 123",
    ):
        assert said in html, said
    for private in ("Rosa", "Marshall", "1950", "Company on a Tuesday", "Linkworks", "link workers", "referral"):
        assert private not in html, private


@pytest.mark.parametrize("part", ["", "/year", "/leave"])
def test_nothing_of_it_is_kept_found_or_told_to_others(client, page, part):
    for response in (client.get(f"{page}{part}"), Client().get(f"{page}{part}"), client.get(f"/sheet/no-such{part}")):
        assert response["Cache-Control"] == "no-store, private"
        assert "noindex" in response["X-Robots-Tag"]
        assert response["Referrer-Policy"] == "same-origin"


def test_each_look_is_logged(client, page, sheet):
    client.get(page)
    look = ViewEntry.objects.get(page="client_link.sheet")
    assert (look.actor_kind, look.actor_name, look.person_ids) == ("system", "options sheet link", [sheet.person_id])


def test_an_answer_comes_back_as_their_own(client, page, sheet, entry):
    html = text(answer(client, page, entry, choice="yes", words="I miss eating with others."))
    assert "Thank you. You said: Yes please" in html
    assert "I miss eating with others." in html
    told = ClientChoice.objects.get()
    assert (told.sheet, told.by, told.option) == (sheet, None, entry.option)
    assert ChangeEntry.objects.get(event="option.answered").actor_kind == "system"


def test_pressed_twice_is_said_once_and_may_be_changed(client, page, entry):
    for choice in ("yes", "yes", "no"):
        answer(client, page, entry, choice=choice, words="")
    assert [told.choice for told in ClientChoice.objects.order_by("at")] == ["yes", "no"]
    assert "You said: Not for me" in text(client.get(page))


def test_once_it_is_taken_up_there_are_no_buttons_and_a_late_press_is_told_so(client, page, entry):
    SignpostingFactory(case=entry.case, option=entry.option)
    html = text(client.get(page))
    assert "We have begun to help with this one." in html
    assert "Yes please</button>" not in html
    response = answer(client, page, entry, choice="no")
    assert response.status_code == 422
    assert "Error: Your list" in text(response)
    assert not ClientChoice.objects.exists()


@pytest.mark.parametrize("said", [{}, {"choice": "maybe"}, {"choice": "yes", "words": "x" * 1001}])
def test_an_answer_that_is_none_is_said_kindly(client, page, entry, said):
    response = answer(client, page, entry, **said)
    assert response.status_code == 422
    assert not ClientChoice.objects.exists()


def test_an_answer_needs_the_year_first_and_an_option_of_this_list(client, sheet, entry, page):
    stranger = Client()
    stranger.post(f"{page}/answer/{entry.pk}", {"choice": "yes"})
    assert not ClientChoice.objects.exists()
    assert client.post(f"{page}/answer/{uuid4()}", {"choice": "yes"}).status_code == 404


def test_a_forged_post_is_refused(sheet, entry):
    careful = Client(enforce_csrf_checks=True)
    assert careful.post(f"/sheet/{sheet.token}/year", {"year": "1950"}).status_code == 403


def test_how_a_service_stands_today_is_said_over_what_was_printed(client, page, entry):
    service = entry.option.service
    service.live_state = LiveState.CLOSED_FOR_NOW
    service.save()
    assert "This one has stopped for now." in text(client.get(page))


def test_the_way_out_stands_first_where_something_could_be_dangerous_to_be_seen_with(client, page, sheet, case):
    assert "Leave this page now" not in text(client.get(page))
    delicate = OptionFactory(case=case, service=ServiceFactory(name="Rising Again"))
    SheetEntryFactory(sheet=sheet, option=delicate, is_delicate=True, asked_for=True)
    html = text(client.get(page))
    assert html.index("Leave this page now") < html.index("<h1")


def test_large_print_is_one_press_and_stays_with_an_answer(client, page, entry):
    assert f'href="{page}?size=large"' in text(client.get(page))
    assert "app-sheet--large" in text(client.get(f"{page}?size=large"))
    assert "app-sheet--large" in text(answer(client, page, entry, choice="yes", size="large"))


def test_words_are_never_taken_for_markup(client, page, entry):
    entry.change(what="<script>alert(1)</script>")
    html = text(answer(client, page, entry, choice="tell_me_more", words="<b>bold</b>"))
    assert "<script>alert" not in html
    assert "<b>bold" not in html


def test_somebody_who_has_died_has_no_list_any_more(client, page, sheet):
    sheet.person.change(died_on="2026-03-02")
    assert client.get(page).status_code == 404


def test_the_list_asks_few_queries_however_long_it_is(client, page, sheet, case):
    for _ in range(6):
        SheetEntryFactory(sheet=sheet, option=OptionFactory(case=case))
    client.get(page)
    with at_most(20):
        client.get(page)
    assert SheetEntry.objects.count() == 7
