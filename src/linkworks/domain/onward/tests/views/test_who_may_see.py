"""Every page of this app: the worker may, a colleague is asked why, and nobody else finds it."""

import pytest
from django.urls import reverse

from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.tests.factories import ChosenOptionFactory, OnwardOutcomeFactory, OnwardReferralFactory
from linkworks.foundation.audit.models import ViewEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(case):
    option = ChosenOptionFactory(case=case)
    referral = OnwardReferralFactory(case=case, option=option)
    outcome = OnwardOutcomeFactory(case=case, option=option)
    of_option = ("option", "choice", "signpost", "introduce", "refer_on", "outcome")
    return {
        "find": reverse("onward:find", args=[case.pk]),
        "options": reverse("onward:options", args=[case.pk]),
        "offer": reverse("onward:offer", args=[case.pk, ServiceFactory().pk]),
        "answer": reverse("onward:answer", args=[case.pk, option.pk, referral.pk]),
        "correct": reverse("onward:correct", args=[case.pk, option.pk, outcome.pk]),
        **{name: reverse(f"onward:{name}", args=[case.pk, option.pk]) for name in of_option},
    }


def test_the_worker_sees_every_page_and_each_look_is_logged(addresses, case, signed_in, link_worker):
    client = signed_in(link_worker)
    for name, address in addresses.items():
        assert client.get(address).status_code == 200, name
        assert ViewEntry.objects.filter(page=f"onward.{name}", person_ids=[case.person_id]).count() == 1, name


@pytest.mark.parametrize("who", ["second_worker", "team_lead"])
def test_a_colleague_is_asked_why(addresses, case, signed_in, who, request):
    client = signed_in(request.getfixturevalue(who))
    for name, address in addresses.items():
        assert client.get(address)["Location"].startswith(f"/people/{case.person_id}/open"), name


@pytest.mark.parametrize("who", ["other_team_worker", "commissioner", "administrator"])
def test_nobody_else_finds_it(addresses, signed_in, who, request):
    client = signed_in(request.getfixturevalue(who))
    for name, address in addresses.items():
        assert client.get(address).status_code == 404, name
        assert client.post(address).status_code in {404, 405}, name


@pytest.mark.parametrize("who", ["other_team_worker", "commissioner", "administrator"])
def test_nobody_else_presses_a_button_of_finding(case, signed_in, who, request):
    client = signed_in(request.getfixturevalue(who))
    for address in (
        reverse("onward:find_change", args=[case.pk]),
        reverse("onward:find_put", args=[case.pk, ServiceFactory().pk]),
    ):
        assert client.post(address, {"confirm": "carer_adult"}).status_code == 404


def test_strangers_are_asked_to_sign_in(addresses, client):
    for name, address in addresses.items():
        assert client.get(address)["Location"].startswith("/sign-in"), name
