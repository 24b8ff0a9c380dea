import pytest

from linkworks.domain.casework.actions.handover import hand_over
from linkworks.domain.casework.models import Allocation, Case, Cover, WorkerProfile
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.domain.referrals.tests.factories import ReferralFactory
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.core import clock
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db


def test_a_coordinator_accepts_a_referral(signed_in, coordinator, link_worker, team):
    referral = ReferralFactory(team=team)
    client = signed_in(coordinator)
    assert "Who will support them?" in client.get(f"/referrals/{referral.pk}/accept").text
    answer = client.post(
        f"/referrals/{referral.pk}/accept", {"support_level": "full", "worker": str(link_worker.user_id)}
    )
    assert Allocation.objects.get(case__referral=referral).worker_id == link_worker.user_id
    assert f"Accepted. {link_worker.name} looks after the case." in client.get(answer["Location"]).text


def test_a_worker_is_said_to_speak_a_language_by_its_name(signed_in, coordinator, link_worker, team):
    WorkerProfile.objects.create(team=team, user_id=link_worker.user_id, languages=["Somali"])
    referral = ReferralFactory(team=team, preferred_language="Somali")
    assert "Speaks Somali and room for" in signed_in(coordinator).get(f"/referrals/{referral.pk}/accept").text


def test_nobody_chosen_is_said_in_a_sentence(signed_in, coordinator, link_worker, team):
    referral = ReferralFactory(team=team)
    answer = signed_in(coordinator).post(f"/referrals/{referral.pk}/accept", {"support_level": "full"})
    assert answer.status_code == 422
    assert "Choose an answer to “Who will support them?”" in answer.text
    assert not Case.objects.exists()


def test_a_link_worker_does_not_accept(signed_in, link_worker, team):
    referral = ReferralFactory(team=team)
    assert signed_in(link_worker).get(f"/referrals/{referral.pk}/accept").status_code == 403


def test_another_team_sees_no_referral_to_accept(signed_in, other_team_worker, team):
    referral = ReferralFactory(team=team)
    assert signed_in(other_team_worker).get(f"/referrals/{referral.pk}/accept").status_code in {403, 404}


def test_a_lead_gives_a_case_to_somebody_else(signed_in, team_lead, link_worker, second_worker, team):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    client = signed_in(team_lead)
    shown = client.get(f"/cases/{case.pk}/reallocate").text
    assert "now with Amina Yusuf" in shown
    client.post(f"/cases/{case.pk}/reallocate", {"worker": str(second_worker.user_id), "reason": "Speaks Somali"})
    assert Allocation.objects.get(case=case, ended_at__isnull=True).worker_id == second_worker.user_id


def test_a_handover_is_previewed_done_and_taken_back(signed_in, team_lead, link_worker, second_worker, team):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    client = signed_in(team_lead)
    step = client.post(
        "/team/handover", {"from_worker": str(link_worker.user_id), "to_worker": str(second_worker.user_id)}
    )
    preview = client.get(step["Location"]).text
    assert case.person.full_name in preview
    assert "Nothing has changed yet" in preview
    done = client.post(step["Location"], {"reason": "Leaves", str(case.pk): str(second_worker.user_id)})
    result = client.get(done["Location"]).text
    assert "Caseload handed over" in result
    back = client.post(f"{done['Location']}/take-back")
    undone = client.get(back["Location"]).text
    assert "Handover taken back" in undone
    assert "Went back" in undone
    assert "moved on since" not in undone.lower()
    assert f"1 case went from {link_worker.name}. 1 is back." in undone
    assert Allocation.objects.get(case=case, ended_at__isnull=True).worker_id == link_worker.user_id


def test_a_case_left_out_of_a_handover_stays_and_is_listed(signed_in, team_lead, link_worker, second_worker, team):
    goes, stays = (CaseFactory(team=team, worker_id=link_worker.user_id) for _ in range(2))
    handover, _ = hand_over(
        team_lead,
        from_worker_id=link_worker.user_id,
        receivers={goes.pk: second_worker.user_id},
        reason="Half time",
    )
    shown = signed_in(team_lead).get(f"/team/handovers/{handover.pk}").text
    assert "Stayed" in shown
    assert stays.person.full_name in shown


def test_cover_is_arranged_and_ended(signed_in, team_lead, link_worker, second_worker):
    client, today = signed_in(team_lead), clock.today()
    parts = {"day": today.day, "month": today.month, "year": today.year}
    days = {f"{name}_{part}": number for name in ("starts_on", "ends_on") for part, number in parts.items()}
    client.post("/team/cover", {"away": str(link_worker.user_id), "covered_by": str(second_worker.user_id), **days})
    cover = Cover.objects.get()
    assert "Ben Okafor covers for Amina Yusuf" in client.get("/team/cover").text
    client.post(f"/team/cover/{cover.pk}/end")
    assert "Nobody is away" in client.get("/team/cover").text


def test_a_link_worker_sees_their_own_caseload_only(signed_in, link_worker, second_worker, team):
    mine, theirs = (CaseFactory(team=team, worker_id=w.user_id) for w in (link_worker, second_worker))
    shown = signed_in(link_worker).get(f"/cases?worker={second_worker.user_id}").text
    assert mine.person.full_name in shown
    assert theirs.person.full_name not in shown


def test_a_lead_sees_the_whole_team(signed_in, team_lead, link_worker, team):
    for _ in range(30):
        CaseFactory(team=team, worker_id=link_worker.user_id)
    client = signed_in(team_lead)
    with at_most(15):
        shown = client.get("/cases?worker=team").text
    assert "30 open cases" in shown
    assert "Amina Yusuf" in shown


def test_the_lead_reads_who_opened_what_and_why(signed_in, team_lead, link_worker, second_worker, team):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    RecordOpening.objects.create(
        team=team, person_id=case.person_id, user_id=second_worker.user_id, on_day=clock.today(), reason="client_rang"
    )
    shown = signed_in(team_lead).get("/team/openings").text
    assert "Ben Okafor" in shown
    assert "The client rang" in shown


@pytest.mark.parametrize("address", ["/team/handover", "/team/cover", "/team/openings"])
def test_a_link_worker_arranges_nothing(signed_in, link_worker, address):
    assert signed_in(link_worker).get(address).status_code == 403


@pytest.mark.parametrize("address", ["/cases", "/team/handover", "/team/openings"])
def test_a_commissioner_is_shown_nobody(signed_in, commissioner, address):
    assert signed_in(commissioner).get(address).status_code == 403
