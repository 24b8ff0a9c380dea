from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.http.request import QueryDict

from linkworks.foundation.core.errors import Conflict, Refused
from linkworks.foundation.design import fields
from linkworks.foundation.design.pages import FormPage

from .pages import request

pytestmark = pytest.mark.django_db


class NoteForm(fields.Form):
    note = fields.TextAreaField("Note", missing="Write the note")


class AddNote(FormPage):
    form_class = NoteForm
    title = "Add a note"
    button = "Save the note"
    saved: list[str] = []
    error: Exception | None = None
    version = 3

    def get_version(self):
        return self.version

    def save(self, form):
        if self.error:
            raise self.error
        self.saved.append(form.cleaned_data["note"])
        return "/notes/"

    def describe_changes(self):
        return ["Bola changed the date."]


@pytest.fixture
def page():
    class FreshPage(AddNote):
        saved = []

    return FreshPage


def post(page, token=None, **data):
    return page.as_view()(request("post", data={"_submission": str(token or uuid4()), **data}))


def text(response):
    return response.content.decode()


def test_the_form_is_shown_with_a_token_and_the_version(page):
    html = text(page.as_view()(request()))
    assert "<title>Add a note – Linkworks</title>" in html
    assert 'name="_submission" value="' in html
    assert 'name="_version" value="3"' in html
    assert "Save the note" in html


def test_a_good_form_is_saved_and_leads_on(page):
    response = post(page, note="Rang")
    assert (response.status_code, response["Location"], page.saved) == (
        302,
        "/notes/",
        ["Rang"],
    )


def test_a_doubled_submit_is_saved_once_and_leads_to_the_same_place(page):
    token = uuid4()
    first, second = post(page, token, note="Rang"), post(page, token, note="Rang")
    assert first["Location"] == second["Location"]
    assert page.saved == ["Rang"]


def test_a_token_works_again_after_an_error(page):
    token = uuid4()
    assert post(page, token, note="").status_code == 422
    assert post(page, token, note="Rang").status_code == 302


def test_somebody_elses_token_stops_nobody(page):
    from linkworks.foundation.design.models import Submission

    token = uuid4()
    Submission.claim(token, uuid4()).lead_to("/theirs/")
    assert post(page, token, note="Rang")["Location"] == "/notes/"


def test_a_post_without_a_token_is_saved(page):
    assert post(page, "not a token", note="Rang").status_code == 302


def test_errors_are_summed_up_beside_the_field_and_in_the_title(page):
    response = post(page, note=" ")
    html = text(response)
    assert response.status_code == 422
    assert "<title>Error: Add a note – Linkworks</title>" in html
    assert '<a href="#id_note"' in html
    assert html.count("Write the note") == 2


@pytest.mark.parametrize("field", ["note", "elsewhere", None])
def test_what_a_rule_refuses_is_shown_and_nothing_typed_is_lost(page, field):
    page.error = Refused("This case is closed. Reopen it first.", field)
    response = post(page, note="Rang at two")
    assert response.status_code == 422
    assert "This case is closed. Reopen it first." in text(response)
    assert "Rang at two" in text(response)


@pytest.mark.parametrize("typed", ["", "Rang"], ids=["with an error", "refused"])
def test_what_is_shown_again_is_still_about_the_version_that_was_seen(page, typed):
    page.error = Refused("This case is closed.")
    page.version = 4  # somebody changed it meanwhile, or the rule that refused had begun to
    assert 'name="_version" value="3"' in post(page, note=typed, _version="3").content.decode()


def test_a_conflict_says_what_changed_and_keeps_what_was_typed(page):
    page.error = Conflict("Somebody else changed this case.")
    response = post(page, note="Rang at two")
    html = text(response)
    assert response.status_code == 409
    assert "Somebody else changed this case." in html
    assert "Bola changed the date." in html
    assert "Rang at two" in html


def test_a_held_post_comes_back_unsaved_and_unjudged(page):
    response = post(page, note="Half a", _review="1")
    html = text(response)
    assert (response.status_code, page.saved) == (200, [])
    assert "Check what you typed and save it" in html
    assert "Half a" in html
    assert "There is a problem" not in html


def test_a_million_characters_are_refused_with_the_limit_and_kept(page):
    response = post(page, note="x" * 1_000_000)
    html = text(response)
    assert response.status_code == 422
    assert "can hold 20,000 characters; this has 1,000,000" in html
    assert "x" * 1_000_000 in html


def test_save_may_answer_with_a_page_of_its_own(page):
    page.save = lambda self, form: HttpResponse("Thank you")
    token = uuid4()
    assert text(post(page, token, note="Rang")) == "Thank you"
    assert post(page, token, note="Rang")["Location"] == "/page"


def test_the_posted_version_reaches_save(page):
    seen = []
    page.save = lambda self, form: seen.append(self.posted_version) or "/notes/"
    post(page, note="Rang", _version="7")
    post(page, note="Rang", _version="seven")
    assert seen == [7, None]


def test_the_form_takes_files():
    class Upload(fields.Form):
        rows = fields.FileField("List", kinds=("csv",))

    assert Upload(data=QueryDict(), files={}).is_multipart()
