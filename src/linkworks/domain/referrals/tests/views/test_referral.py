import pytest

from linkworks.domain.people.models import Person, Restriction
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.domain.referrals.choices import DeclineReason, ReferralStatus, WithdrawReason
from linkworks.domain.referrals.tests.factories import (
    AcceptedReferralFactory,
    DeclinedReferralFactory,
    ReferralFactory,
    ReturnedReferralFactory,
    UndecidedReferralFactory,
    date,
)
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core import clock
from tests.support.queries import at_most


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def lead(signed_in, team_lead):
    return signed_in(team_lead)


@pytest.fixture
def undecided(team):
    PersonFactory(team=team, given_name="Rose", family_name="Diaz", date_of_birth=date(1951, 4, 2))
    return UndecidedReferralFactory(team=team)


def test_the_page_says_everything_that_was_said(lead, team):
    referral = ReferralFactory(
        team=team,
        reason_words="Lives alone since her husband died.",
        risk_words="A large dog.",
        telephone="+447700900123",
        may_text=True,
        safe_when="Before 3pm",
        communication_asked=True,
        communication_needs=["bsl"],
        preferred_language="Spanish",
        interpreter_needed=True,
        referrer_name="Dr Sam Hill",
        date_of_birth=date(1951, 4, 2),
    )
    html = text(lead.get(f"/referrals/{referral.pk}"))
    for said in (
        "Lives alone since her husband died.",
        "A large dog.",
        "07700 900123",
        "Before 3pm",
        "British Sign Language interpreter",
        "Spanish (needs an interpreter)",
        "Dr Sam Hill",
        "2 April 1951",
        "The person agreed to be referred.",
        "Came through the professional form",
    ):
        assert said in html
    look = ViewEntry.objects.get(page="referrals.referral")
    assert look.person_ids == [referral.person_id]


def test_somebody_under_18_is_pointed_out(lead, team):
    referral = ReferralFactory(team=team, date_of_birth=clock.today().replace(year=clock.today().year - 17, day=1))
    assert "We support people who are 18 or over." in text(lead.get(f"/referrals/{referral.pk}"))


def test_another_referral_of_the_person_is_pointed_out(lead, team):
    first = DeclinedReferralFactory(team=team)
    second = ReferralFactory(team=team, person=first.person)
    html = text(lead.get(f"/referrals/{second.pk}"))
    assert "Referred more than once" in html
    assert f"{first.reference}, not taken on" in html


def test_those_who_may_be_the_same_stand_side_by_side_with_the_reasons(lead, undecided):
    html = text(lead.get(f"/referrals/{undecided.pk}"))
    for said in ("Rose Diaz, on record", "Like name: Rosa Diaz and Rose Diaz", "Alike", "This is the same person"):
        assert said in html
    look = ViewEntry.objects.get(page="referrals.referral")
    assert look.person_ids == [Person.objects.get().pk]


def test_one_press_says_that_it_is_the_same_person(lead, undecided):
    person = Person.objects.get()
    response = lead.post(f"/referrals/{undecided.pk}/who", {"decision": str(person.pk)}, follow=True)
    undecided.refresh_from_db()
    assert undecided.person == person
    assert "The referral is on their record." in text(response)


def test_one_press_says_that_it_is_somebody_new(lead, undecided):
    lead.post(f"/referrals/{undecided.pk}/who", {"decision": "new"})
    undecided.refresh_from_db()
    assert Person.objects.count() == 2
    assert undecided.person is not None


def test_a_number_that_is_taken_is_left_out_by_choice_only(lead, team):
    PersonFactory(team=team, given_name="Rosa", family_name="Diaz", nhs_number="9990000018")
    referral = UndecidedReferralFactory(team=team, nhs_number="9990000018")
    page = f"/referrals/{referral.pk}/who"

    response = lead.post(page, {"decision": "new"})
    assert response.status_code == 422
    assert "record already has this NHS number" in text(response)

    lead.post(page, {"decision": "new", "leave_out_nhs_number": "on"})
    referral.refresh_from_db()
    assert referral.person.nhs_number == ""


def test_a_decision_that_was_not_offered_is_refused(lead, team, undecided):
    for decision in (str(PersonFactory(team=team).pk), "", "nonsense"):
        assert lead.post(f"/referrals/{undecided.pk}/who", {"decision": decision}).status_code == 422
    undecided.refresh_from_db()
    assert undecided.person is None


def test_a_hidden_record_is_not_shown_and_not_passed_over(signed_in, coordinator, team_lead, team, undecided):
    Restriction.objects.create(
        team=team,
        person=Person.objects.get(),
        staff_ids=[team_lead.user_id],
        reason="Works here",
        placed_by_id=team_lead.user_id,
    )
    client = signed_in(coordinator)
    html = text(client.get(f"/referrals/{undecided.pk}"))
    assert "Rose" not in html
    response = client.post(f"/referrals/{undecided.pk}/who", {"decision": "new"})
    assert response.status_code == 422
    assert "only named staff may open" in text(response)


@pytest.mark.parametrize(
    ("deed", "answers", "status", "sentence"),
    [
        ("return", {"question": "Is she housebound?"}, ReferralStatus.RETURNED, "waits for the referrer now"),
        ("decline", {"reason": DeclineReason.UNDER_18}, ReferralStatus.DECLINED, "is not taken on"),
        ("withdraw", {"reason": WithdrawReason.MOVED}, ReferralStatus.WITHDRAWN, "is withdrawn"),
    ],
)
def test_each_deed_has_its_page(lead, team, deed, answers, status, sentence):
    referral = ReferralFactory(team=team)
    page = f"/referrals/{referral.pk}/{deed}"
    assert lead.get(page).status_code == 200
    assert lead.post(page, {"_version": referral.version}).status_code == 422
    response = lead.post(page, answers | {"_version": referral.version}, follow=True)
    referral.refresh_from_db()
    assert referral.status == status
    assert sentence in text(response)


def test_an_answer_can_be_added_and_a_referral_taken_back_in(lead, team):
    returned, declined = ReturnedReferralFactory(team=team), DeclinedReferralFactory(team=team)
    html = text(lead.post(f"/referrals/{returned.pk}/answer", {"words": "Yes, since spring."}, follow=True))
    assert "The referrer answered" in html
    html = text(lead.post(f"/referrals/{declined.pk}/take-back", {"words": "Moved here."}, follow=True))
    assert "Taken back in" in html


def test_declining_reminds_that_the_code_is_not_ours(lead, team):
    html = text(lead.get(f"/referrals/{ReferralFactory(team=team).pk}/decline"))
    assert "is for a person who says no: do not add it to the record" in html


def test_a_move_that_is_not_allowed_says_why_and_keeps_what_was_typed(lead, team):
    referral = AcceptedReferralFactory(team=team)
    response = lead.post(f"/referrals/{referral.pk}/return", {"question": "Is she housebound?"})
    assert response.status_code == 422
    assert "This referral has been accepted: it is a case now." in text(response)
    assert "Is she housebound?" in text(response)


def test_whoever_was_overtaken_is_told(lead, team):
    referral = ReferralFactory(team=team)
    referral.change(reason_words="Changed by somebody")
    response = lead.post(f"/referrals/{referral.pk}/return", {"question": "Is she?", "_version": referral.version - 1})
    assert response.status_code == 409


def test_a_link_worker_does_not_open_what_is_not_accepted(signed_in, team, link_worker):
    assert signed_in(link_worker).get(f"/referrals/{ReferralFactory(team=team).pk}").status_code == 403


def test_another_team_and_a_commissioner_find_nothing(signed_in, team, other_team, commissioner, other_team_worker):
    pages = [f"/referrals/{ReferralFactory(team=team).pk}"]
    for stranger in (commissioner, other_team_worker):
        client = signed_in(stranger)
        for page in pages:
            assert client.get(page).status_code == 404
            assert client.get(f"{page}/decline").status_code == 404


def test_the_page_takes_at_most_fifteen_queries(lead, team):
    person = PersonFactory(team=team)
    referrals = [DeclinedReferralFactory(team=team, person=person) for _ in range(6)]
    for page in (referrals[0], undecided_with_many(team)):
        with at_most(15):
            assert lead.get(f"/referrals/{page.pk}").status_code == 200


def undecided_with_many(team):
    PersonFactory.create_batch(8, team=team, family_name="Diaz", date_of_birth=date(1951, 4, 2))
    return UndecidedReferralFactory(team=team)


def test_somebody_who_has_died_is_not_rung(lead, team):
    referral = ReferralFactory(team=team, person__died_on=date(2026, 3, 3))
    assert text(lead.get(f"/referrals/{referral.pk}")).count("On 3 March 2026. Do not ring.") == 1


def test_a_wrong_nhs_number_is_corrected_while_the_referral_waits(lead, team):
    PersonFactory(team=team, given_name="Ada", family_name="Okoro", nhs_number="9990000018")
    referral = UndecidedReferralFactory(team=team, nhs_number="9990000018")
    address = f"/referrals/{referral.pk}/nhs-number"
    assert address in text(lead.get(f"/referrals/{referral.pk}"))
    assert lead.post(address, {"nhs_number": "999 000 0026", "words": ""}).status_code == 422
    answer = lead.post(address, {"nhs_number": "999 000 0026", "words": "The practice rang."})
    assert answer["Location"] == f"/referrals/{referral.pk}"
    html = text(lead.get(f"/referrals/{referral.pk}"))
    assert "corrected, it was 999 000 0018" in html
    assert "the person is registered" in html
    assert address not in html
