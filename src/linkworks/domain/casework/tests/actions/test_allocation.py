import pytest

from linkworks.domain.casework.actions.allocation import accept_referral, reallocate
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Allocation, Case, CaseStep
from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory
from linkworks.domain.referrals.choices import ReferralStatus, SupportLevel
from linkworks.domain.referrals.tests.factories import ReferralFactory, UndecidedReferralFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db


def accept(actor, referral, worker) -> Case:
    return accept_referral(actor, referral=referral, worker_id=worker.user_id, support_level=SupportLevel.FULL)


def test_accepting_opens_a_case_for_the_worker(team, coordinator, link_worker):
    referral = ReferralFactory(team=team)
    case = accept(coordinator, referral, link_worker)
    referral.refresh_from_db()
    assert referral.status == ReferralStatus.ACCEPTED
    assert case.person_id == referral.person_id
    assert case.first_contact_due == referral.first_contact_due
    assert Allocation.objects.get(case=case).worker_id == link_worker.user_id
    assert CaseStep.objects.get(case=case).status == CaseStatus.OPEN
    assert ChangeEntry.objects.filter(event="case.opened", person_id=case.person_id).count() == 1


def test_a_referral_is_accepted_once(team, coordinator, link_worker):
    referral = ReferralFactory(team=team)
    accept(coordinator, referral, link_worker)
    with pytest.raises(Refused):
        accept(coordinator, referral, link_worker)
    assert Case.objects.filter(referral=referral).count() == 1


def test_nobody_is_taken_on_before_we_know_who_they_are(team, coordinator, link_worker):
    referral = UndecidedReferralFactory(team=team)
    with pytest.raises(Refused, match="know"):
        accept(coordinator, referral, link_worker)


def test_a_link_worker_does_not_allocate(team, link_worker):
    with pytest.raises(NotAllowed):
        accept(link_worker, ReferralFactory(team=team), link_worker)


def test_a_commissioner_holds_no_case(team, coordinator, commissioner):
    with pytest.raises(NotFound):
        accept(coordinator, ReferralFactory(team=team), commissioner)


def test_a_case_passes_to_another_worker_and_the_past_stays(team, team_lead, link_worker, second_worker):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    reallocate(team_lead, case=case, worker_id=second_worker.user_id, reason="Speaks Somali")
    ended, current = Allocation.objects.filter(case=case).order_by("started_at")
    assert (ended.worker_id, current.worker_id) == (link_worker.user_id, second_worker.user_id)
    assert ended.ended_at is not None
    assert current.reason == "Speaks Somali"


def test_giving_a_case_to_whom_it_belongs_is_refused(team, team_lead, link_worker):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    with pytest.raises(Refused, match="has this case already"):
        reallocate(team_lead, case=case, worker_id=link_worker.user_id, reason="")


def test_a_closed_case_is_not_given_to_anybody(team, team_lead, link_worker):
    case = ClosedCaseFactory(team=team)
    with pytest.raises(Refused, match="Reopen it"):
        reallocate(team_lead, case=case, worker_id=link_worker.user_id, reason="")
