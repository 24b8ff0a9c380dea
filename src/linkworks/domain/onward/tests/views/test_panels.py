from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.onward.choices import Choice, OnwardStatus, Rung
from linkworks.domain.onward.tests.factories import (
    ChosenOptionFactory,
    OnwardOutcomeFactory,
    OnwardReferralFactory,
)
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core import clock
from tests.support.queries import asked, at_most

pytestmark = pytest.mark.django_db


def refer(case, days=12, **values):
    option = ChosenOptionFactory(case=case)
    return OnwardReferralFactory(case=case, option=option, at=clock.now() - timedelta(days=days), **values)


def text(client, address):
    return client.get(address).content.decode()


def test_the_case_page_shows_options_and_how_far_they_got(case, service, signed_in, link_worker):
    option = ChosenOptionFactory(case=case, service=service)
    OnwardOutcomeFactory(case=case, option=option, rung=Rung.RECEIVED)
    html = text(signed_in(link_worker), reverse("casework:case", args=[case.pk]))
    assert reverse("onward:option", args=[case.pk, option.pk]) in html
    assert "Received help, " in html
    assert reverse("onward:options", args=[case.pk]) in html


def test_the_case_page_without_options_leads_to_finding_some(case, signed_in, link_worker):
    html = text(signed_in(link_worker), reverse("casework:case", args=[case.pk]))
    assert "Nothing has been put to Rosa yet." in html


def test_my_day_says_who_waits_on_a_partner_and_for_how_long(case, signed_in, link_worker):
    refer(case)
    refer(case, days=3, status=OnwardStatus.WAITING_LIST)
    html = text(signed_in(link_worker), "/")
    name = case.person.full_name
    assert html.count(f"{name}:") == 2
    assert "no answer yet, sent 12 days ago" in html
    assert "“on their waiting list”, nothing heard since 3 days ago" in html
    assert ViewEntry.objects.filter(page="casework.my_day", person_ids=[case.person_id]).exists()


def test_partners_of_somebody_who_has_died_are_to_be_told(case, signed_in, link_worker):
    refer(case)
    ChosenOptionFactory(case=case)
    case.person.change(died_on="2026-03-02")
    html = text(signed_in(link_worker), "/")
    assert "has died: tell them (no answer yet, sent 12 days ago)" in html
    assert "What came back" not in html


def test_my_day_says_what_came_back(case, signed_in, link_worker):
    ChosenOptionFactory(case=case, choice=Choice.TELL_ME_MORE)
    ChosenOptionFactory(case=case)
    html = text(signed_in(link_worker), "/")
    assert "would like to know more about" in html
    assert f"{case.person.full_name} chose" in html


def test_a_long_list_is_folded_after_the_first_few_and_asks_no_more_than_a_short_one(case, signed_in, link_worker):
    refer(case)
    client = signed_in(link_worker)
    text(client, "/")
    with at_most(14), asked() as for_one:
        text(client, "/")
    for _ in range(9):
        refer(case)
    with at_most(len(for_one)):
        html = text(client, "/")
    assert "2 more" in html


def test_an_empty_day_stays_empty(case, signed_in, link_worker):
    html = text(signed_in(link_worker), "/")
    assert "What came back" not in html
    assert "Partners we wait for" not in html
