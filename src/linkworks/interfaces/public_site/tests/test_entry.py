import re
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from linkworks.domain.directory.actions.asking import ask_organization, withdraw_ask
from linkworks.domain.directory.models import EntryAsk, Location, Service, ServiceAtLocation, ServiceNote, ToldChange
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.foundation.core import clock
from linkworks.foundation.messaging.models import MessageContent
from linkworks.interfaces.public_site import limiter

pytestmark = pytest.mark.django_db

SAME = {"live_state": "open", "cost": "£3", "description": "Soup", "email": "club@example.org"}


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def service(link_worker):
    made = ServiceFactory(name="Lunch club", cost="£3", description="Soup", email="club@example.org",
                          record={"fees": "£3", "description": "Soup", "email": "club@example.org"})  # fmt: skip
    haven = Location.objects.create(name="Haven", address="12 Rose Lane", postcode="SE13 6AB", is_confidential=True)
    ServiceAtLocation.objects.create(service=made, location=haven)
    ServiceNote.objects.create(
        team_id=link_worker.team_id, service=made, words="Ask for Jo, not Sam", by_name="Amina Yusuf", at=clock.now()
    )
    return made


@pytest.fixture
def page(link_worker, service):
    ask_organization(link_worker, service=service, email=service.email)
    return re.search(r"(/entry/\S+)", MessageContent.objects.get().body)[1]


def test_it_shows_what_anybody_may_see_and_nothing_else(client, page):
    html = text(client.get(page))
    for said in ("Is this still right?", "Lunch club", "£3", "Soup", "We have nothing about this", "kept private"):
        assert said in html, said
    for kept in ("Rose Lane", "SE13 6AB", "Haven", "Ask for Jo", "Amina Yusuf"):
        assert kept not in html, kept


@pytest.mark.parametrize("part", ["", "/correct"])
def test_it_is_kept_by_nobody(client, page, part):
    response = client.get(f"{page}{part}")
    assert response["Cache-Control"] == "no-store, private"
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "same-origin"
    assert "Lunch club" not in re.search("<title>(.*?)</title>", response.content.decode(), re.S)[1]


def test_scanners_of_mail_confirm_nothing(client, page):
    for _ in range(3):
        for scan in (client.get, client.head, client.options):
            scan(page)
            scan(f"{page}/correct")
    assert Service.objects.get().assured_on is None
    assert EntryAsk.objects.get().answered_at is None


def test_one_press_confirms_and_the_link_is_used_up(client, page):
    html = text(client.post(page, follow=True))
    assert "Thank you, we have your answer" in html
    assert (Service.objects.get().assured_on, Service.objects.get().assured_by) == (
        clock.today(),
        "the organisation itself",
    )
    assert "Thank you, we have your answer" in text(client.get(f"{page}/correct", follow=True))
    client.post(f"{page}/correct", SAME | {"cost": "Free"})
    assert not ToldChange.objects.exists()


def test_corrections_reach_a_worker_and_room_counts_at_once(client, page, signed_in, link_worker):
    answer = SAME | {"live_state": "waiting_list", "waiting_weeks": "6", "cost": "<b>Free</b>"}
    assert "Thank you" in text(client.post(f"{page}/correct", answer, follow=True))
    service = Service.objects.get()
    assert (service.live_state, service.waiting_weeks, service.cost) == ("waiting_list", 6, "£3")
    told = ToldChange.objects.get()
    desk = signed_in(link_worker)
    html = text(desk.get(f"/directory/changes-told/{told.pk}"))
    assert "&lt;b&gt;Free&lt;/b&gt;" in html
    assert "<b>Free" not in html
    assert "the organisation itself" in text(desk.get(f"/directory/{service.pk}/origins"))


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (SAME, "You have changed nothing"),
        (SAME | {"website": "not an address"}, "Enter a web address"),
        ({"live_state": "waiting_list", "waiting_weeks": "200"}, "from 1 to 104"),
        ({}, "Choose"),
    ],
)
def test_what_makes_no_sense_is_answered_and_the_link_still_answers(client, page, answer, sentence):
    response = client.post(f"{page}/correct", answer)
    assert response.status_code == 422
    assert sentence in text(response)
    assert EntryAsk.objects.get().answered_at is None


def test_links_that_ran_out_or_were_withdrawn_say_so_kindly(client, page, link_worker):
    with time_machine.travel(clock.now() + timedelta(days=29)):
        assert "This link has run out" in text(client.get(page))
        client.post(page)
    withdraw_ask(link_worker, ask=EntryAsk.objects.get())
    assert "This link no longer works" in text(client.get(page))
    client.post(page)
    assert "This link no longer works" in text(client.get(f"{page}/correct", follow=True))
    assert Service.objects.get().assured_on is None


@pytest.mark.parametrize("part", ["", "/correct"])
def test_a_link_that_never_was_is_not_there(client, part):
    assert client.get(f"/entry/never-was{part}").status_code == 404


def test_a_forged_post_is_refused(page):
    assert Client(enforce_csrf_checks=True).post(page).status_code == 403


def test_too_many_posts_are_refused_in_words(client, page, monkeypatch):
    monkeypatch.setattr(limiter, "POSTS", replace(limiter.POSTS, times=0))
    for response in (client.post(page), client.post(f"{page}/correct", SAME | {"cost": "Free"})):
        assert response.status_code == 422
        assert "So many forms came from your network" in text(response)


def test_anybody_reports_a_change(client, team, service):
    listing = f"/find-support/lewisham/{service.pk}"
    assert f"{listing}/tell" in text(client.get(listing))
    answer = {"about": "closed", "words": "<script>x</script> gone", "teller_name": "Ivy", "teller_contact": "020"}
    assert "Thank you for telling us" in text(client.post(f"{listing}/tell", answer, follow=True))
    told = ToldChange.objects.get()
    assert (told.told_by, told.about, told.teller_name, told.team_id) == ("public", "closed", "Ivy", team.pk)
    assert client.post(f"{listing}/tell", {"about": "closed"}).status_code == 422


def test_nobody_reports_what_has_gone_or_without_end(client, service, monkeypatch):
    monkeypatch.setattr(limiter, "POSTS", replace(limiter.POSTS, times=0))
    tell = f"/find-support/lewisham/{service.pk}/tell"
    assert client.post(tell, {"about": "closed", "words": "x"}).status_code == 422
    service.change(gone_at=clock.now())
    assert client.get(tell).status_code == 404
