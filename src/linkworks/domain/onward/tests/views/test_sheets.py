from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.actions.answer import answer_option, open_sheet
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import OptionsSheet
from linkworks.domain.onward.tests.factories import OptionFactory
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.tests.factories import AlertFactory, ContactDetailFactory
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.messaging.models import OutboxMessage
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

HARD = "Multidisciplinary rehabilitation opportunities for participants."


@pytest.fixture
def amina(signed_in, link_worker):
    return signed_in(link_worker)


def address(page, sheet, *more):
    return reverse(f"onward:{page}", args=[sheet.case_id, sheet.pk, *more])


def text(response):
    return " ".join(response.content.decode().split())


def test_a_sheet_is_made_from_what_is_ticked(amina, case, option):
    delicate = OptionFactory(case=case, service=ServiceFactory(name="Rising Again", description="After abuse."))
    new = reverse("onward:sheet_new", args=[case.pk])
    html = text(amina.get(new))
    assert "Did they ask for any of these to be on it?" in html
    assert "Its entry says “abuse”." in html
    response = amina.post(new, {"options": [option.pk], "asked_for": [delicate.pk]}, follow=True)
    html = text(response)
    assert "On the sheet because they asked for it." in html
    assert "Make a link and a code" in html
    assert ViewEntry.objects.filter(page="onward.sheet", person_ids=[case.person_id]).exists()


def test_nothing_ticked_is_said_beside_the_boxes(amina, case, option):
    response = amina.post(reverse("onward:sheet_new", args=[case.pk]), {})
    assert response.status_code == 422
    assert "Choose at least one option for the sheet." in text(response)


def test_with_nothing_to_put_on_it_the_page_says_what_to_do(amina, case):
    html = text(amina.get(reverse("onward:sheet_new", args=[case.pk])))
    assert "Find some options first." in html
    assert "Make the sheet" not in html


def test_hard_sentences_are_shown_and_hold_back_link_and_paper(amina, entry):
    entry.change(what=HARD)
    html = text(amina.get(address("sheet", entry.sheet)))
    assert f"“{HARD}” (grade" in html
    assert "Print it" not in html
    html = text(amina.get(address("sheet_document", entry.sheet), follow=True))
    assert "Some words are still too hard to read." in html
    amina.post(address("hand_out", entry.sheet))
    assert OptionsSheet.objects.get().handed_out_at is None


def test_a_word_about_health_is_pointed_out_and_left_to_the_worker(amina, entry):
    entry.change(what="Sing with people who live with dementia.")
    html = text(amina.get(address("sheet", entry.sheet)))
    assert "“dementia” says something about health." in html
    assert "Make a link and a code" in html


def test_words_are_mended_and_what_is_too_hard_stays_in_the_box(amina, entry):
    page = address("sheet_entry", entry.sheet, entry.pk)
    assert "You eat a warm lunch with others." in text(amina.get(page))
    response = amina.post(page, {"title": "Lunch", "what": HARD})
    assert response.status_code == 422
    assert "Too hard to read: “Multidisciplinary" in text(response)
    assert HARD in text(response)
    html = text(amina.post(page, {"title": "Lunch", "what": "You eat with others."}, follow=True))
    assert "You eat with others." in html


def test_the_link_is_shown_with_its_code_and_may_be_taken_back_and_renewed(amina, entry):
    html = text(amina.post(address("hand_out", entry.sheet), follow=True))
    assert "There is a new link." in html
    assert "/sheet/" in html
    assert 'src="data:image/svg+xml' in html
    assert "Handed out, not opened yet" in html
    html = text(amina.post(address("take_back_sheet", entry.sheet), follow=True))
    assert "The link was taken back" in html
    assert "data:image" not in html
    assert "Make a link and a code" in html


def test_a_text_is_offered_only_where_it_is_safe(amina, sheet):
    assert "It is not safe to send Rosa a text" in text(amina.get(address("sheet", sheet)))
    ContactDetailFactory(person=sheet.person, value="+447700900123", may_text=True)
    assert "Send it to 07700 900123" in text(amina.get(address("sheet", sheet)))
    AlertFactory(person=sheet.person, kind=AlertKind.SAFE_CONTACT)
    assert "Send it to" not in text(amina.get(address("sheet", sheet)))
    amina.post(address("text_sheet", sheet))
    assert not OutboxMessage.objects.exists()


def test_what_came_of_it_is_told_where_the_worker_looks(amina, by_link, sheet, entry):
    open_sheet(by_link, sheet=sheet, year=1900)
    open_sheet(by_link, sheet=sheet, year=1950)
    answer_option(by_link, entry=entry, choice=Choice.TELL_ME_MORE, words="Is there a bus?")
    html = text(amina.get(address("sheet", sheet)))
    for said in ("Opened by them", "Last opened just now.", "1 wrong year was tried on it.", "“Tell me more”"):
        assert said in html, said
    html = text(amina.get(reverse("onward:option", args=[sheet.case_id, entry.option_id])))
    assert "by themselves on their options sheet" in html
    html = text(amina.get(reverse("casework:case", args=[sheet.case_id])))
    for said in ("Options sheet made", "Options sheet opened by them", "Answered by themselves", "Is there a bus?"):
        assert said in html, said
    assert "would like to know more about" in text(amina.get("/"))


def test_the_options_page_lists_the_sheets(amina, sheet):
    html = text(amina.get(reverse("onward:options", args=[sheet.case_id])))
    assert "What Rosa keeps" in html
    assert address("sheet", sheet) in html
    assert reverse("onward:sheet_new", args=[sheet.case_id]) in html


def test_my_day_says_what_ran_out_unread(signed_in, link_worker, sheet):
    with time_machine.travel(sheet.expires_at + timedelta(hours=9)):
        html = text(signed_in(link_worker).get("/"))
    assert "From their options sheets" in html
    assert "its link ran out unread" in html


def test_my_day_says_for_some_days_what_they_refused_themselves(amina, by_link, sheet, entry):
    answer_option(by_link, entry=entry, choice=Choice.NO)
    html = text(amina.get("/"))
    assert "said “not for me” to" in html
    answer_option(by_link, entry=entry, choice=Choice.TELL_ME_MORE)
    assert "said “not for me” to" not in text(amina.get("/"))


def test_the_paper_is_a_pdf_whose_name_says_nothing(amina, sheet):
    response = amina.get(address("sheet_document", sheet), {"size": "large"})
    assert (response["Content-Type"], response.content[:4]) == ("application/pdf", b"%PDF")
    assert response["Content-Disposition"] == 'inline; filename="list.pdf"'


@pytest.mark.parametrize("page", ["sheet", "sheet_document"])
def test_another_team_finds_nothing(signed_in, other_team_worker, sheet, page):
    assert signed_in(other_team_worker).get(address(page, sheet)).status_code == 404


def test_the_page_asks_few_queries_however_many_options_are_on_it(amina, sheet):
    amina.get(address("sheet", sheet))
    with at_most(20):
        amina.get(address("sheet", sheet))
