import pytest

from linkworks.domain.referrals.actions.progress import PROGRESS, share_progress
from linkworks.domain.referrals.actions.triage import ANSWER, return_for_information
from linkworks.domain.referrals.choices import ReferralStatus
from linkworks.domain.referrals.models import ReferralStep
from linkworks.domain.referrals.tests.factories import (
    AcceptedReferralFactory,
    DeclinedReferralFactory,
    ReferralFactory,
    ReturnedReferralFactory,
)
from linkworks.foundation.access import links
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.actor import Actor


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def public_form(team):
    return Actor.system("public form", team.pk)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (ReferralFactory, "We have it and are reading it."),
        (ReturnedReferralFactory, "We have asked whoever sent it for more information."),
        (AcceptedReferralFactory, "It is accepted."),
        (DeclinedReferralFactory, "It is closed."),
    ],
)
def test_progress_is_shown_and_names_nobody(client, team, public_form, made, sentence):
    referral = made(team=team, person__given_name="Rosa", person__family_name="Diaz", reasons=["debt"])
    html = text(client.get(f"/progress/{share_progress(public_form, referral=referral)}"))
    assert sentence in html
    assert referral.reference in html
    for private in ("Rosa", "Diaz", "Debt", "outside our area"):
        assert private not in html


def test_a_progress_page_opens_and_ends_with_who_answers_now(client, team, public_form):
    html = text(client.get(f"/progress/{share_progress(public_form, referral=ReferralFactory(team=team))}"))
    assert html.count("Samaritans, 116 123") == 2
    assert html.count("We are here Monday to Friday, 9am to 5pm. We do not read this out of hours.") == 2


def test_a_wrong_link_is_not_found(client, team, public_form):
    token = share_progress(public_form, referral=ReferralFactory(team=team))
    links.revoke(PROGRESS, ReferralStep.objects.get().referral_id)
    for path in (f"/progress/{token}", f"/answer/{token}", "/progress/made-up", "/answer/made-up"):
        assert client.get(path).status_code == 404


@pytest.fixture
def asked(team, team_lead):
    referral = ReferralFactory(team=team, referrer_email="sam.hill@example.org")
    return_for_information(team_lead, referral=referral, question="Is she housebound?")
    referral.token = links.issue(team.pk, ANSWER, referral.pk, links.timedelta(days=1))
    return referral


def test_the_referrer_reads_the_question_and_answers(client, asked):
    page = f"/answer/{asked.token}"
    html = text(client.get(page))
    assert "Is she housebound?" in html
    assert asked.reference in html

    response = client.post(page, {"words": "Yes, since the spring."}, follow=True)

    asked.refresh_from_db()
    assert asked.status == ReferralStatus.RECEIVED
    assert "we have your answer" in text(response)
    event = ChangeEntry.objects.get(event="referral.answered")
    assert (event.actor_kind, event.actor_name) == ("system", "referrer’s link")


def test_an_empty_answer_is_shown_again(client, asked):
    response = client.post(f"/answer/{asked.token}", {"words": ""})
    assert response.status_code == 422
    assert "Write your answer" in text(response)


def test_an_answer_that_nobody_waits_for_any_more_is_kept_on_the_page(client, asked):
    page = f"/answer/{asked.token}"
    client.post(page, {"words": "Yes, since the spring."})
    response = client.post(page, {"words": "And one more thing."})
    assert response.status_code == 422
    assert "We are not waiting for an answer" in text(response)
    assert "And one more thing." in text(response)


def test_the_about_page_says_who_we_are(client, team):
    html = text(client.get("/about/lewisham"))
    assert "Deptford and Lewisham link workers" in html
    assert "How a call goes" in html
    assert client.get("/about/nowhere").status_code == 404
