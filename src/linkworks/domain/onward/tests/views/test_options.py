from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.casework.tests.factories import ClosedCaseFactory
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Location, ServiceAtLocation
from linkworks.domain.directory.tests.factories import FullServiceFactory, ServiceFactory
from linkworks.domain.onward.choices import Choice, NeedMet, OnwardStatus, Rung
from linkworks.domain.onward.tests.factories import (
    ChosenOptionFactory,
    OnwardOutcomeFactory,
    OnwardReferralFactory,
    OptionFactory,
    SignpostingFactory,
)
from linkworks.foundation.core import clock
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db


def page(client, case, **asked):
    return client.get(reverse("onward:options", args=[case.pk]), asked).content.decode()


def test_without_options_the_page_says_what_to_do(case, signed_in, link_worker):
    html = page(signed_in(link_worker), case)
    assert "Options for Rosa" in html
    assert "Nothing yet. Look for something that could help" in html


def test_an_option_shows_what_they_said_how_far_it_got_and_what_is_next(case, service, signed_in, link_worker):
    option = ChosenOptionFactory(case=case, service=service)
    OnwardReferralFactory(case=case, option=option, at=clock.now() - timedelta(days=12))
    OnwardOutcomeFactory(case=case, option=option, rung=Rung.REACHED)
    html = page(signed_in(link_worker), case)
    for said in (
        "“Yes please”",
        "I would like the company",
        "Referred on 12 days ago. No answer yet, sent 12 days ago.",
        "Got through to them",
        "Say how it went",
    ):
        assert said in html, said


@pytest.mark.parametrize(
    ("factory", "values", "link"),
    [
        (OptionFactory, {}, "Record what they said"),
        (ChosenOptionFactory, {"choice": Choice.TELL_ME_MORE}, "Record what they said"),
        (ChosenOptionFactory, {}, "Choose how they get there"),
        (ChosenOptionFactory, {"choice": Choice.NO}, None),
    ],
)
def test_the_next_thing_to_do_is_one_link(case, signed_in, link_worker, factory, values, link):
    factory(case=case, **values)
    html = page(signed_in(link_worker), case)
    offered = [one for one in ("Record what they said", "Choose how they get there", "Say how it went") if one in html]
    assert offered == ([link] if link else [])


def test_nothing_is_asked_once_the_need_is_met(case, signed_in, link_worker):
    option = ChosenOptionFactory(case=case)
    SignpostingFactory(case=case, option=option)
    OnwardOutcomeFactory(case=case, option=option, rung=Rung.NEED_MET, need_met=NeedMet.YES)
    assert "Say how it went" not in page(signed_in(link_worker), case)


def test_words_find_services_with_what_to_check_first(case, signed_in, link_worker):
    case.person.change(date_of_birth="1990-01-01", postcode="SE8 4AA")
    found = FullServiceFactory(name="Lunch club for elders", minimum_age=60)
    ServiceAtLocation.objects.create(service=found, location=Location.objects.create(district="SE8"))
    html = page(signed_in(link_worker), case, q="lunch")
    for said in (
        "It is full at the moment: ask when there will be room.",
        "For people aged 60 and over. Rosa is",
        "SE8: their own postcode district",
        "Never assured",
    ):
        assert said in html, said


def test_only_a_rule_that_may_be_put_aside_leaves_a_service_to_offer(case, signed_in, link_worker):
    case.person.change(date_of_birth="1990-01-01")
    elders, full = ServiceFactory(name="Lunch at 60", minimum_age=60), FullServiceFactory(name="Lunch, full")
    html = page(signed_in(link_worker), case, q="lunch")
    assert reverse("onward:offer", args=[case.pk, elders.pk]) not in html
    assert reverse("onward:offer", args=[case.pk, full.pk]) in html


def test_a_closed_service_is_found_and_cannot_be_offered(case, signed_in, link_worker):
    shut = ServiceFactory(name="Lunch no more", live_state=LiveState.CLOSED_FOR_NOW)
    html = page(signed_in(link_worker), case, q="lunch")
    assert "It is closed for now." in html
    assert reverse("onward:offer", args=[case.pk, shut.pk]) not in html


def test_what_is_among_the_options_is_not_offered_twice(case, option, signed_in, link_worker):
    html = page(signed_in(link_worker), case, q="lunch")
    assert "Among the options already" in html
    assert reverse("onward:offer", args=[case.pk, option.service_id]) not in html


def test_a_closed_case_shows_its_options_and_takes_no_more(team, signed_in, link_worker):
    closed = ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    OptionFactory(case=closed)
    html = page(signed_in(link_worker), closed)
    assert "This case is closed." in html
    assert "Record what they said" not in html


def test_the_page_asks_few_queries_however_much_it_shows(case, signed_in, link_worker):
    for _ in range(6):
        option = ChosenOptionFactory(case=case)
        OnwardReferralFactory(case=case, option=option, status=OnwardStatus.WAITING_LIST)
        OnwardOutcomeFactory(case=case, option=option)
        ServiceAtLocation.objects.create(service=option.service, location=Location.objects.create(district="SE8"))
    client = signed_in(link_worker)
    page(client, case)
    with at_most(15):
        page(client, case, q="lunch")
