from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.onward.choices import Choice, IntroductionKind, OnwardStatus
from linkworks.domain.onward.models import Introduction, Signposting
from linkworks.domain.onward.tests.factories import ChosenOptionFactory, OnwardReferralFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


def post(client, option, page, *more, **answers):
    address = reverse(f"onward:{page}", args=[option.case_id, option.pk, *more])
    return client.post(address, {"when": "today", **answers})


def text(response):
    return response.content.decode()


def earlier(day, month, year):
    return {"when": "earlier", "on_day": day, "on_month": month, "on_year": year}


def the_day(day):
    return earlier(day.day, day.month, day.year)


def test_a_signpost_in_one_press(wanted, signed_in, link_worker):
    response = post(signed_in(link_worker), wanted, "signpost")
    assert response["Location"] == reverse("onward:option", args=[wanted.case_id, wanted.pk])
    assert clock.day_of(Signposting.objects.get().at) == clock.today()


def test_an_introduction_that_was_last_week(wanted, signed_in, link_worker):
    last_week = clock.today() - timedelta(days=7)
    post(signed_in(link_worker), wanted, "introduce", kind="going_along", with_whom="Jo", **the_day(last_week))
    introduction = Introduction.objects.get()
    assert (introduction.kind, clock.day_of(introduction.at)) == (IntroductionKind.GOING_ALONG, last_week)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"kind": "three_way_call"}, "Answer the question “With whom?”"),
        ({"with_whom": "Jo"}, "How did you bring them together?"),
        ({"kind": "in_writing", "with_whom": "Jo", **the_day(clock.today() + timedelta(days=2))}, "in the past"),
        (
            {
                "kind": "in_writing",
                "with_whom": "Jo",
                "when": "earlier",
                "on_day": "31",
                "on_month": "2",
                "on_year": "2026",
            },
            "February 2026 has only 28 days",
        ),
    ],
)
def test_an_introduction_that_makes_no_sense_is_answered(wanted, signed_in, link_worker, answers, sentence):
    response = post(signed_in(link_worker), wanted, "introduce", **answers)
    assert response.status_code == 422
    assert sentence in text(response)


def test_a_no_offers_no_way_on(case, signed_in, link_worker):
    refused = ChosenOptionFactory(case=case, choice=Choice.NO)
    client = signed_in(link_worker)
    assert ">Signpost<" not in text(client.get(reverse("onward:option", args=[case.pk, refused.pk])))
    assert "said “not for me” to this" in text(post(client, refused, "signpost"))


def test_the_partners_answer_is_written_down(case, wanted, signed_in, link_worker):
    referral = OnwardReferralFactory(case=case, option=wanted)
    client = signed_in(link_worker)
    html = text(client.get(reverse("onward:answer", args=[case.pk, wanted.pk, referral.pk])))
    assert "On their waiting list" in html
    assert 'value="ended"' not in html, "only moves that are allowed are offered"
    post(client, wanted, "answer", referral.pk, status="waiting_list", words="Six weeks")
    shown = text(client.get(reverse("onward:option", args=[case.pk, wanted.pk])))
    assert "On their waiting list just now; nothing heard since." in shown
    assert "Six weeks" in shown


def test_a_move_that_is_not_allowed_is_answered(case, wanted, signed_in, link_worker):
    referral = OnwardReferralFactory(case=case, option=wanted, status=OnwardStatus.COULD_NOT_HELP)
    assert post(signed_in(link_worker), wanted, "answer", referral.pk, status="accepted").status_code == 422


def test_an_answer_that_somebody_overtook_is_shown(case, wanted, signed_in, link_worker):
    referral = OnwardReferralFactory(case=case, option=wanted)
    referral.change(status=OnwardStatus.ACCEPTED)
    response = post(signed_in(link_worker), wanted, "answer", referral.pk, status="started", _version="1")
    assert response.status_code == 409
    assert "It now stands at “Accepted”." in text(response)
