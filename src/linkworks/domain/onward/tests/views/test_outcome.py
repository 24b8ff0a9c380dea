from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.onward.choices import NeedMet, Rung, StoppedReason
from linkworks.domain.onward.models import OnwardOutcome
from linkworks.domain.onward.tests.factories import OnwardOutcomeFactory, SignpostingFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


def tell(client, option, **answers):
    return client.post(reverse("onward:outcome", args=[option.case_id, option.pk]), {"when": "today", **answers})


def text(response):
    return response.content.decode()


def shown(client, option):
    return text(client.get(reverse("onward:option", args=[option.case_id, option.pk])))


def test_how_it_went_is_asked_on_the_page_once_they_are_on_their_way(case, wanted, signed_in, link_worker):
    client, address = signed_in(link_worker), reverse("onward:outcome", args=[case.pk, wanted.pk])
    assert f'action="{address}"' not in shown(client, wanted)
    SignpostingFactory(case=case, option=wanted)
    assert f'action="{address}"' in shown(client, wanted)


def test_help_that_met_the_need(wanted, signed_in, link_worker):
    client = signed_in(link_worker)
    tell(client, wanted, how_far="received", need_met="yes", felt="Light at the end of the tunnel")
    outcome = OnwardOutcome.objects.get()
    assert (outcome.rung, outcome.need_met) == (Rung.NEED_MET, NeedMet.YES)
    html = shown(client, wanted)
    assert "Received help, need met" in html
    assert "Light at the end of the tunnel" in html


@pytest.mark.parametrize(
    ("answers", "rung", "need_met", "stopped"),
    [
        ({"how_far": "contacted", "need_met": "yes"}, Rung.CONTACTED, "", ""),
        ({"how_far": "received", "need_met": "not_known"}, Rung.RECEIVED, "", ""),
        ({"how_far": "received", "need_met": "partly"}, Rung.RECEIVED, NeedMet.PARTLY, ""),
        ({"how_far": "stopped", "stopped_because": "cost"}, "", "", StoppedReason.COST),
    ],
)
def test_only_the_answers_of_the_branch_taken_are_kept(
    wanted, signed_in, link_worker, answers, rung, need_met, stopped
):
    tell(signed_in(link_worker), wanted, **answers)
    outcome = OnwardOutcome.objects.get()
    assert (outcome.rung, outcome.need_met, outcome.stopped_because) == (rung, need_met, stopped)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Say how far it got, or why it stopped"),
        ({"how_far": "stopped"}, "Choose an answer to “Why did it stop?”"),
        ({"how_far": "received"}, "Choose an answer to “Was it what they needed?”"),
        ({"how_far": "contacted", "when": "earlier"}, "Answer the question “Which day?”"),
    ],
)
def test_what_is_missing_is_said(wanted, signed_in, link_worker, answers, sentence):
    response = tell(signed_in(link_worker), wanted, **answers)
    assert response.status_code == 422
    assert sentence in text(response)


def test_a_rung_before_an_earlier_one_gets_the_rules_sentence(case, wanted, signed_in, link_worker):
    OnwardOutcomeFactory(case=case, option=wanted, rung=Rung.CONTACTED)
    day = clock.today() - timedelta(days=3)
    earlier = {"when": "earlier", "on_day": day.day, "on_month": day.month, "on_year": day.year}
    response = tell(signed_in(link_worker), wanted, how_far="reached", **earlier)
    assert "“Got through to them” cannot come before it." in text(response)
    assert OnwardOutcome.objects.count() == 1


def test_a_slip_is_put_right_on_the_page(case, wanted, signed_in, link_worker):
    slip = OnwardOutcomeFactory(case=case, option=wanted, rung=Rung.RECEIVED)
    client = signed_in(link_worker)
    address = reverse("onward:correct", args=[case.pk, wanted.pk, slip.pk])
    assert address in shown(client, wanted)
    client.post(address, {"when": "today", "how_far": "did_not_happen"})
    html = shown(client, wanted)
    assert "Received help (put right later)" in html
    assert address not in html
