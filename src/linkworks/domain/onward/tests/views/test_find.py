import re

import pytest
from django.urls import reverse

from linkworks.domain.casework.choices import NeedCategory
from linkworks.domain.casework.models import Need
from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory, WhatMattersFactory
from linkworks.domain.directory.actions.tellings import tell_change
from linkworks.domain.directory.choices import LiveState, ToldBy
from linkworks.domain.directory.models import Location, ServiceAtLocation, Whereabouts
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.models import ConfirmedCircumstance, Option
from linkworks.domain.onward.tests.factories import OptionFactory
from linkworks.foundation.audit.models import ChangeEntry, ViewEntry
from linkworks.foundation.core.actor import Actor
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_meaning(monkeypatch):
    """Words alone: what is read is then what the tests wrote. Each test has services of its own."""
    monkeypatch.setattr(model, "encoder", lambda: None)


@pytest.fixture
def directory(db):
    def club(name, category, description="", **values):
        return ServiceFactory(name=name, categories=[category], description=description, **values)

    return {
        "walks": club("Strollers", "walking", "Led walks every Tuesday."),
        "carers": club("Carers Break", "carers", "A break for carers.", conditions_needed=["carer_adult"]),
        "veterans": club("Comrades", "veterans", "Company for veterans.", conditions_needed=["veteran"]),
        "full": club("Full House", "walking", "Walks.", live_state=LiveState.FULL),
        "young": club("Young Feet", "walking", "Walks.", maximum_age=25),
        "men": club("Men Walking", "walking", "Walks.", gender="men"),
    }


@pytest.fixture
def told(case):
    case.person.change(date_of_birth="1950-01-31")
    WhatMattersFactory(case=case, words="I love walking. I look after my mother. My late husband was a veteran.")
    Need.objects.create(team=case.team, person=case.person, case=case, category=NeedCategory.COMPANY)
    return case


@pytest.fixture
def worker(signed_in, link_worker):
    return signed_in(link_worker)


def address(case, name="find", *more):
    return reverse(f"onward:{name}", args=[case.pk, *more])


def page(client, case) -> str:
    return client.get(address(case)).content.decode()


def press(client, case, **pressed) -> str:
    return client.post(address(case, "find_change"), pressed, follow=True).content.decode()


def names(html: str) -> list[str]:
    """Those in full, in their order."""
    return re.findall(r'app-found__number">\d+\.</span> <a href="[^"]+">([^<]+)</a>', html)


def test_without_needs_or_words_the_page_says_what_to_do(case, directory, worker):
    html = page(worker, case)
    assert "Nothing is known of Rosa to look with. Write down a need" in html
    assert reverse("casework:needs", args=[case.pk]) in html


def test_the_case_page_and_the_options_lead_here(case, worker):
    assert address(case) in worker.get(reverse("casework:case", args=[case.pk])).content.decode()
    assert address(case) in worker.get(reverse("onward:options", args=[case.pk])).content.decode()


def test_each_option_says_why_what_to_check_when_how_to_get_in_and_how_fresh(told, directory, worker):
    directory["walks"].change(times="Tuesdays at 10", referral_routes=["drop-in"], cost="Free")
    html = page(worker, told)
    assert "Strollers" in names(html)
    for said in ("Because of “walking”", "Tuesdays at 10", "drop in", "Never assured", "ask whether it still runs"):
        assert said in html, said


def test_how_far_is_measured_from_where_they_live(told, directory, worker):
    Whereabouts.objects.create(code="SE13", latitude=51.457, longitude=-0.013, councils=[])
    hall = Location.objects.create(name="Hall", district="SE13", latitude=51.456, longitude=-0.03)
    ServiceAtLocation.objects.create(service=directory["walks"], location=hall)
    assert "so nothing is said of how far" in page(worker, told)
    told.person.change(postcode="SE13 6JZ")
    assert "0.7 miles from where Rosa lives" in page(worker, told)


def test_a_circumstance_is_asked_about_with_its_words_and_kept_once_confirmed(told, directory, worker, link_worker):
    html = page(worker, told)
    assert "Looks after somebody without pay?" in html
    assert "“look after my mother”" in html
    assert "It is for: looks after somebody without pay. Nobody has confirmed that yet." in html
    assert not ConfirmedCircumstance.objects.exists()

    html = press(worker, told, confirm="carer_adult")
    assert f"Confirmed just now by {link_worker.name}" in html
    assert "Nobody has confirmed that yet" not in html
    press(worker, told, confirm="carer_adult")
    kept = ConfirmedCircumstance.objects.get()
    assert (kept.name, kept.by_id) == ("carer_adult", link_worker.user_id)
    assert ChangeEntry.objects.filter(event="circumstance.confirmed").count() == 1


def test_what_was_confirmed_can_be_taken_back(told, directory, worker):
    press(worker, told, confirm="carer_adult")
    html = press(worker, told, take_back="carer_adult")
    assert "Looks after somebody without pay?" in html
    assert ConfirmedCircumstance.objects.get().taken_back_at is not None
    assert ChangeEntry.objects.filter(event="circumstance.taken_back").count() == 1
    press(worker, told, take_back="carer_adult")
    assert ChangeEntry.objects.filter(event="circumstance.taken_back").count() == 1


def test_what_is_set_aside_is_offered_no_more_and_never_saved(told, directory, worker):
    assert "Carers Break" in names(page(worker, told))
    html = press(worker, told, set_aside="carer_adult")
    assert "Carers Break" not in names(html)
    assert "Set aside for this search" in html
    assert not ConfirmedCircumstance.objects.exists()
    assert "Carers Break" in names(press(worker, told, ask_again="carer_adult"))


def test_what_is_said_of_others_or_denied_is_told_and_can_be_put_right(told, directory, worker):
    html = page(worker, told)
    assert "Comrades" not in names(html)
    assert "is said of the" not in html, "the dead have no needs"
    worker.post(address(told), {"sentence": "Her son is a veteran. She does not look after her mother."})
    html = page(worker, told)
    assert "“veteran” is said of the son, not of Rosa." in html
    assert "Comrades" in names(press(worker, told, confirm="veteran"))


def test_the_worker_may_know_what_the_story_does_not_say(told, directory, worker):
    assert '<option value="veteran">Served in the armed forces</option>' in page(worker, told)


def test_a_circumstance_that_nobody_knows_is_not_taken(told, directory, worker):
    assert worker.post(address(told, "find_change"), {"confirm": "made up"}).status_code == 404


def test_pieces_and_a_sentence_are_kept_in_the_session_and_in_no_address(told, directory, worker):
    piece = str(told.whatmatterss.get().pk)
    assert "Strollers" in names(page(worker, told))
    assert "Because of “walking”" not in press(worker, told, leave_out=piece)
    response = worker.post(address(told), {"sentence": "She is desperate to go walking."})
    assert response["Location"] == f"{address(told)}#options"
    html = page(worker, told)
    assert "Because of “walking”" in html
    assert "She is desperate to go walking.</textarea>" in html
    assert "desperate" not in str(dict(worker.session))
    assert "left out" not in press(worker, told, take_in=piece)


def test_a_sentence_that_is_too_long_is_kept_and_said(told, directory, worker):
    response = worker.post(address(told), {"sentence": "x" * 1001})
    assert response.status_code == 422
    assert "can hold 1,000 characters" in response.content.decode()
    assert "x" * 1001 in response.content.decode()


def test_what_is_not_for_this_person_is_told_with_its_reason(told, directory, worker):
    told.person.change(gender="woman")
    html = page(worker, told)
    assert not {"Full House", "Young Feet", "Men Walking"} & set(names(html))
    for said in ("It is full at the moment.", "It is for people up to 25 and the client is 76.", "It is for men."):
        assert said in html, said
    assert address(told, "offer", directory["full"].pk) in html
    assert address(told, "offer", directory["young"].pk) not in html


@pytest.mark.parametrize("gender", ["not_said", "non_binary"])
def test_a_gender_that_is_unknown_excludes_nothing(told, directory, worker, gender):
    told.person.change(gender=gender)
    assert "Men Walking" in names(page(worker, told))


def test_one_press_puts_it_among_the_options_with_its_reason(told, directory, worker):
    put = address(told, "find_put", directory["walks"].pk)
    response = worker.post(put)
    assert response["Location"] == f"{address(told)}#service-{directory['walks'].pk}"
    assert "Because of “walking”" in Option.objects.get().why
    html = worker.post(put, follow=True).content.decode()
    assert "Strollers is among the options already." in html
    assert "make a sheet to keep" in html
    assert Option.objects.count() == 1


def test_what_is_not_found_is_not_put_among_the_options(told, directory, worker):
    html = worker.post(address(told, "find_put", directory["veterans"].pk), follow=True).content.decode()
    assert "Comrades is no longer among what fits." in html
    assert not Option.objects.exists()


def test_the_offer_page_is_prefilled_and_leads_back(told, directory, worker):
    offer = address(told, "offer", directory["walks"].pk) + "?found=1"
    assert "Because of “walking”" in worker.get(offer).content.decode()
    response = worker.post(offer, {"choice": "yes", "why": "Walks"})
    assert response["Location"].startswith(address(told))
    assert Option.objects.get().why == "Walks"


def test_without_the_language_model_the_page_says_so(told, directory, worker):
    assert model.MISSING in page(worker, told)


def test_a_closed_case_and_somebody_who_has_died_are_looked_for_no_more(team, told, directory, worker, link_worker):
    closed = ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    assert "This case is closed." in page(worker, closed)
    assert "This case is closed" in press(worker, closed, confirm="carer_adult")
    told.person.change(died_on="2026-03-02")
    assert "Rosa has died. Nothing more is looked for." in page(worker, told)


def test_every_look_is_logged(told, directory, worker):
    page(worker, told)
    assert ViewEntry.objects.filter(page="onward.find", person_ids=[told.person_id]).count() == 1


def test_an_option_says_that_somebody_told_of_a_change(told, directory, worker, team):
    actor = Actor.system("public form", team.pk)
    tell_change(actor, service=directory["walks"], told_by=ToldBy.PUBLIC, words="It was shut.")
    assert page(worker, told).count("Somebody told us that its entry may have changed.") == 1


def test_the_page_asks_few_queries_however_much_it_shows(told, directory, worker):
    for number in range(15):
        service = ServiceFactory(name=f"Walk {number}", categories=["walking"])
        ServiceAtLocation.objects.create(service=service, location=Location.objects.create(district="SE8"))
    OptionFactory(case=told)
    page(worker, told)
    with at_most(20):
        page(worker, told)


def test_what_was_told_of_other_cases_is_kept_apart(told, directory, worker, team, link_worker):
    other = CaseFactory(team=team, worker_id=link_worker.user_id)
    for case, sentence in ((told, "About Rosa."), (other, "About somebody else.")):
        worker.post(address(case), {"sentence": sentence})
    assert "About Rosa." in page(worker, told)
    assert "About Rosa." not in page(worker, other)
