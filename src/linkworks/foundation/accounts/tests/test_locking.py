from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client, override_settings
from django.urls import include, path

from linkworks.foundation.accounts.actions import keep_typing
from linkworks.foundation.accounts.kept_typing import Typing
from linkworks.foundation.accounts.models import Draft, HeldPost, User
from linkworks.foundation.core import clock
from linkworks.foundation.design import fields
from linkworks.foundation.design.pages import FormPage

pytestmark = pytest.mark.django_db

PASSWORD = "three odd herons dancing"


class NoteForm(fields.Form):
    kind = fields.CheckboxesField("Kinds", choices=[("rang", "Rang"), ("met", "Met")], required=False)
    note = fields.TextAreaField("Note")


class NotePage(FormPage):
    form_class = NoteForm
    title = "Write a note"
    saved: list[dict] = []
    version = 3

    def get_version(self):
        return self.version

    def save(self, form):
        self.saved.append(form.cleaned_data | {"version": self.posted_version})
        return "/account"


class SecretPage(NotePage):
    keeps_typing = False


urlpatterns = [
    path("", include("linkworks.config.urls")),
    path("note", NotePage.as_view()),
    path("secret", SecretPage.as_view()),
]


@pytest.fixture(autouse=True)
def _pages():
    NotePage.saved.clear()
    with override_settings(ROOT_URLCONF=__name__):
        yield


@pytest.fixture(autouse=True)
def _morning(time_machine):
    time_machine.move_to(clock.now().replace(hour=9, minute=0, second=0, microsecond=0), tick=False)


@pytest.fixture
def worker(signed_in, link_worker) -> Client:
    user = User.objects.get(pk=link_worker.user_id)
    user.set_password(PASSWORD)
    user.save()
    client = signed_in(link_worker)
    client.get("/account")
    return client


def text(response) -> str:
    return response.content.decode()


def unlock(client, **extra):
    return client.post("/unlock", {"password": PASSWORD, **extra})


def test_a_session_in_use_stays_open(worker, time_machine):
    for _ in range(4):
        time_machine.shift(timedelta(minutes=14))
        assert worker.get("/account").status_code == 200


def test_saying_that_one_is_still_there_puts_the_lock_off(worker, time_machine):
    time_machine.shift(timedelta(minutes=14))
    assert worker.get("/session").status_code == 204
    time_machine.shift(timedelta(minutes=14))
    assert worker.get("/account").status_code == 200


def test_after_a_quarter_of_an_hour_unused_the_session_locks_and_the_password_opens_it(worker, time_machine):
    time_machine.shift(timedelta(minutes=16))
    assert worker.get("/account/sessions")["Location"] == "/unlock?next=%2Faccount%2Fsessions"
    page = worker.get("/unlock?next=/account/sessions")
    assert "Amina Yusuf" in text(page)
    assert "Where you are signed in" not in text(page)
    assert worker.post("/unlock", {"password": "wrong"}).status_code == 422
    assert worker.get("/account").status_code == 302, "still locked"
    assert unlock(worker, next="/account/sessions")["Location"] == "/account/sessions"
    assert worker.get("/account/sessions").status_code == 200


def test_unlocking_leads_to_no_other_site(worker, time_machine):
    time_machine.shift(timedelta(minutes=16))
    assert unlock(worker, next="https://example.com/")["Location"] == "/"


def test_guessing_at_the_lock_is_throttled_too(worker, time_machine):
    time_machine.shift(timedelta(minutes=16))
    for _ in range(8):
        answer = worker.post("/unlock", {"password": "wrong"})
    assert answer.status_code == 429
    assert unlock(worker).status_code == 429


def test_signing_out_at_the_lock_ends_the_session(worker, time_machine):
    time_machine.shift(timedelta(minutes=16))
    worker.post("/sign-out")
    assert not Session.objects.exists()
    assert worker.get("/account")["Location"].startswith("/sign-in")


def test_after_twelve_hours_even_a_session_in_use_ends(worker, time_machine):
    for _ in range(53):
        time_machine.shift(timedelta(minutes=14))
        answer = worker.get("/account")
    assert answer["Location"].startswith("/sign-in")


def test_before_the_end_every_page_says_when_it_is(worker, time_machine):
    assert "You will be signed out at 9pm" in text(worker.get("/account")), "in the dialog, which waits"
    for _ in range(51):
        time_machine.shift(timedelta(minutes=14))
        worker.get("/session")
    page = text(worker.get("/account"))
    assert "however busy you are" in page
    assert "app-session-end" not in page, "said already, on the page"


def test_what_is_posted_to_a_locked_session_is_kept_and_comes_back_unsaved(worker, time_machine):
    time_machine.shift(timedelta(minutes=16))
    answer = worker.post("/note", {"note": "She fears\r\nthe letters", "kind": ["rang", "met"], "_version": "2"})
    assert answer["Location"] == "/unlock?next=%2Fnote"
    assert "letters" not in HeldPost.objects.get().sealed
    assert unlock(worker, next="/note")["Location"] == "/kept?next=%2Fnote"

    page = text(worker.get("/kept?next=/note"))
    assert "We kept what you typed" in page
    assert "Sent today 9:16am" in page
    assert 'action="/note"' in page
    assert 'name="_review" value="1"' in page
    assert page.count('name="kind"') == 2

    posted = {"note": "She fears\r\nthe letters", "kind": ["rang", "met"], "_version": "2"}
    review = worker.post("/note", posted | {"_review": "1"})
    assert "Check what you typed and save it" in text(review)
    assert "the letters" in text(review)
    assert 'name="_version" value="2"' in text(review), "a change made meanwhile must still show as a conflict"
    assert not NotePage.saved

    assert worker.post("/note", posted)["Location"] == "/account"
    assert NotePage.saved[0]["kind"] == ["rang", "met"]
    assert not HeldPost.objects.exists(), "saved, so nothing need be kept"


def test_what_is_posted_after_the_end_waits_until_the_next_sign_in(worker, time_machine, link_worker):
    time_machine.shift(timedelta(hours=13))
    answer = worker.post("/note", {"note": "She fears the letters"})
    assert answer["Location"].startswith("/sign-in")
    user = User.objects.get(pk=link_worker.user_id)
    answer = worker.post("/sign-in", {"login": user.email, "password": PASSWORD})
    assert answer["Location"] == "/kept?next=%2F"


def test_files_are_not_kept_and_the_page_says_so(worker, time_machine):
    from django.core.files.uploadedfile import SimpleUploadedFile

    time_machine.shift(timedelta(minutes=16))
    worker.post("/note", {"note": "See the letter", "file": SimpleUploadedFile("letter.pdf", b"%PDF")})
    unlock(worker)
    assert "choose it again" in text(worker.get("/kept"))


def test_a_page_may_say_that_nothing_of_it_is_kept(worker, time_machine):
    time_machine.shift(timedelta(minutes=16))
    worker.post("/secret", {"note": "hush"})
    assert not HeldPost.objects.exists()


def test_without_its_token_nothing_is_kept(worker, time_machine):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = worker.cookies
    time_machine.shift(timedelta(minutes=16))
    assert strict.post("/note", {"note": "forged"}).status_code == 403
    assert not HeldPost.objects.exists()


def test_a_form_older_than_the_sign_in_is_kept_when_it_came_from_a_page_of_ours(worker):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = worker.cookies
    assert strict.post("/note", {"note": "x"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert not HeldPost.objects.exists()
    assert strict.post("/note", {"note": "x"}, headers={"Sec-Fetch-Site": "same-origin"})["Location"] == "/kept"
    assert HeldPost.objects.count() == 1
    assert not NotePage.saved


def test_a_script_learns_of_the_lock_by_a_header(worker, time_machine):
    time_machine.shift(timedelta(minutes=16))
    answer = worker.post("/drafts?page=/note", {"note": "Half a"}, headers={"Accept": "*/*"})
    assert (answer.status_code, answer["Linkworks-Session"]) == (401, "locked")


def test_what_is_kept_can_be_thrown_away_by_its_owner_alone(worker, second_worker, link_worker):
    owner, other = (User.objects.get(pk=actor.user_id) for actor in (link_worker, second_worker))
    mine = keep_typing.hold_post(owner, path="/note", typing=Typing((("note", "mine"),)))
    theirs = keep_typing.hold_post(other, path="/note", typing=Typing((("note", "theirs"),)))
    assert "theirs" not in text(worker.get("/kept"))
    for held in (mine, theirs):
        worker.post(f"/kept/{held.pk}/discard")
    assert HeldPost.objects.get() == theirs


def test_a_draft_is_sealed_and_comes_back_into_the_form(worker):
    page = text(worker.get("/note"))
    assert 'data-drafts="/drafts?page=%2Fnote"' in page
    worker.post("/drafts?page=%2Fnote", {"note": "She fears", "_version": "2", "csrfmiddlewaretoken": "x"})
    worker.post("/drafts?page=%2Fnote", {"note": "She fears the letters", "_version": "2"})
    assert "letters" not in Draft.objects.get().sealed
    page = text(worker.get("/note"))
    assert "This is your draft from today 9am" in page
    assert "She fears the letters" in page
    assert 'name="_version" value="2"' in page
    assert "She fears" not in text(worker.get("/note?fresh=1"))


def test_a_draft_goes_when_the_form_is_saved_and_a_late_one_is_ignored(worker):
    worker.post("/drafts?page=/note", {"note": "She fears"})
    token = "4b1c2a52-5f4c-4c0b-9c1e-1f3f7a4f0d11"
    worker.post("/note", {"note": "She fears the letters", "_submission": token})
    assert not Draft.objects.exists()
    worker.post("/drafts?page=/note", {"note": "She fears the let", "_submission": token})
    assert not Draft.objects.exists()


@pytest.mark.parametrize(("page", "note"), [("https://example.com", "x"), ("/note", "x" * 100_001), ("", "x")])
def test_what_is_no_draft_of_a_page_is_refused(worker, page, note):
    assert worker.post(f"/drafts?page={page}", {"note": note}).status_code == 422
    assert not Draft.objects.exists()


def test_drafts_of_one_are_not_anothers(worker, second_worker):
    keep_typing.save_draft(second_worker.user_id, path="/note", typing=Typing((("note", "theirs"),)))
    assert "theirs" not in text(worker.get("/note"))


def test_what_was_typed_goes_after_a_week(link_worker, time_machine):
    user = User.objects.get(pk=link_worker.user_id)
    keep_typing.hold_post(user, path="/note", typing=Typing(()))
    keep_typing.save_draft(user.pk, path="/note", typing=Typing(()))
    keep_typing.forget_older_than(clock.now() - timedelta(days=7))
    assert HeldPost.objects.exists()
    assert Draft.objects.exists()
    time_machine.shift(timedelta(days=7, minutes=1))
    keep_typing.forget_older_than(clock.now() - timedelta(days=7))
    assert not HeldPost.objects.exists()
    assert not Draft.objects.exists()


def test_so_many_drafts_and_no_more(link_worker, time_machine):
    for number in range(keep_typing.MOST_OF_EACH + 2):
        time_machine.shift(1)
        keep_typing.save_draft(link_worker.user_id, path=f"/note/{number}", typing=Typing(()))
    assert Draft.objects.count() == keep_typing.MOST_OF_EACH
    assert not Draft.objects.filter(path="/note/0").exists()


def test_what_is_no_passkey_opens_nothing(worker, time_machine):
    time_machine.shift(timedelta(minutes=16))
    for credential in ("", "{}", "not json", "[]", '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}'):
        answer = worker.post("/unlock", {"credential": credential})
        assert answer.status_code in {422, 429}
        assert "Your passkey was not accepted" in text(answer)
    assert worker.get("/account").status_code == 302
