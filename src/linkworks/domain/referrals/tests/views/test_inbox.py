from datetime import date, timedelta

import pytest

from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.domain.referrals.choices import ReferralReason, ReferralSource
from linkworks.domain.referrals.tests.factories import (
    DeclinedReferralFactory,
    ReferralFactory,
    ReturnedReferralFactory,
    UndecidedReferralFactory,
)
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core import clock
from tests.support.queries import at_most


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def lead(signed_in, team_lead):
    return signed_in(team_lead)


def test_the_longest_wait_stands_first_with_why_and_how_long(lead, team):
    ReferralFactory(team=team, person__family_name="Recent")
    ReferralFactory(
        team=team,
        person__family_name="Longest",
        received_at=clock.now() - timedelta(days=9),
        first_contact_due=clock.today() - timedelta(days=4),
        source=ReferralSource.COUNCIL,
        referrer_organisation="Housing options",
    )
    html = text(lead.get("/referrals"))
    assert html.index("Rosa Longest") < html.index("Rosa Recent")
    for words in ("Council", "Housing options", "Loneliness or isolation", "9 days ago", ">Late</strong>"):
        assert words in html
    assert "2 referrals to read and 1 later than we promised." in html


def test_what_is_decided_is_out_of_the_way_until_it_is_asked_for(lead, team):
    DeclinedReferralFactory(team=team, person__family_name="Declined")
    assert "Rosa Declined" not in text(lead.get("/referrals"))
    assert "Rosa Declined" in text(lead.get("/referrals?status=declined"))


def test_the_list_is_narrowed_by_source_reason_and_who_may_be_known(lead, team):
    ReferralFactory(team=team, person__family_name="Debt", reasons=[ReferralReason.DEBT])
    ReturnedReferralFactory(team=team, person__family_name="Police", source=ReferralSource.POLICE)
    UndecidedReferralFactory(team=team, family_name="Known")
    everybody = {"Debt", "Police", "Known"}
    for query, shown in (
        ("reason=debt", "Debt"),
        ("source=police", "Police"),
        ("undecided=on", "Known"),
        ("status=returned", "Police"),
    ):
        html = text(lead.get(f"/referrals?{query}"))
        assert {name for name in everybody if f"Rosa {name}" in html} == {shown}, query
    assert "Somebody we know?" in text(lead.get("/referrals"))
    assert "Rosa Debt" in text(lead.get("/referrals?source=nonsense"))


def test_somebody_referred_twice_is_marked(lead, team):
    person = PersonFactory(team=team)
    ReferralFactory(team=team, person=person)
    assert "Referred twice" not in text(lead.get("/referrals"))
    ReturnedReferralFactory(team=team, person=person)
    assert text(lead.get("/referrals")).count("Referred twice") == 2


def test_an_empty_inbox_is_kind(lead):
    html = text(lead.get("/referrals"))
    assert "Nothing is waiting to be read." in html
    assert "No referral is waiting. When one arrives, you find it here." in html


def test_one_look_is_logged_with_everybody_shown(lead, team):
    people = {ReferralFactory(team=team).person_id for _ in range(3)}
    lead.get("/referrals")
    look = ViewEntry.objects.get(page="referrals.inbox")
    assert set(look.person_ids) == people


@pytest.mark.parametrize("how_many", [1, 60])
def test_it_takes_at_most_fifteen_queries_whatever_its_length(lead, team, how_many):
    ReferralFactory.create_batch(how_many, team=team, date_of_birth=date(1950, 1, 1))
    with at_most(15):
        assert lead.get("/referrals").status_code == 200


def test_only_those_who_triage_open_it(signed_in, link_worker, commissioner, administrator):
    for actor in (link_worker, commissioner, administrator):
        assert signed_in(actor).get("/referrals").status_code == 403


def test_a_stranger_is_asked_to_sign_in(client, team):
    assert client.get("/referrals").status_code == 302
