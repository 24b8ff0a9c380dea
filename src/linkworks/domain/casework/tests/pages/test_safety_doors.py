"""Who may come in: every page of safety and of the ending, for the right person and for the others."""

import pytest

from linkworks.domain.casework.tests.factories import (
    CaseFactory,
    ClosedCaseFactory,
    ContactFactory,
    MeasureResponseFactory,
    SafeguardingConcernFactory,
    SafetyPathFactory,
)
from linkworks.foundation.audit.models import ViewEntry

pytestmark = pytest.mark.django_db

PAGES = {
    "measures": "measures",
    "a measure": "measures/ons4",
    "what matters": "measures/what_matters",
    "not asked": "measures/ons4/not-asked",
    "answers": "readings/{reading}",
    "worried": "safety",
    "path": "safety/{path}",
    "end of a path": "safety/{path}/end",
    "new concern": "concerns/new",
    "concern": "concerns/{concern}",
    "GP record": "gp-copy",
    "GP record of a contact": "contacts/{contact}/gp-copy",
    "closing": "close",
    "reopening": "reopen",
}


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def address(case, link_worker, coordinator):
    of_a_case = {
        "reading": MeasureResponseFactory(case=case).pk,
        "path": SafetyPathFactory(case=case, owner_id=link_worker.user_id, immediate_danger=False).pk,
        "concern": SafeguardingConcernFactory(case=case, lead_id=coordinator.user_id, deputy_id=link_worker.user_id).pk,
        "contact": ContactFactory(case=case).pk,
    }
    return lambda page: f"/cases/{case.pk}/{PAGES[page].format(**of_a_case)}"


@pytest.mark.parametrize("page", PAGES)
def test_the_worker_sees_whom_it_is_about_and_the_look_is_logged(page, case, address, signed_in, link_worker):
    response = signed_in(link_worker).get(address(page), follow=True)
    assert response.status_code == 200
    assert case.person.full_name in response.content.decode()
    assert ViewEntry.objects.filter(person_ids=[case.person_id], refused=False).count() == 1


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["other_team_worker", "commissioner", "administrator"])
def test_it_is_not_there_for_anybody_else(page, who, address, signed_in, request):
    assert signed_in(request.getfixturevalue(who)).get(address(page)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_colleague_is_asked_why(page, address, signed_in, second_worker):
    response = signed_in(second_worker).get(address(page))
    assert response.status_code == 302
    assert response["Location"].startswith("/people/")


def test_the_lead_of_a_concern_needs_no_other_reason(address, signed_in, coordinator):
    assert signed_in(coordinator).get(address("concern")).status_code == 200


@pytest.mark.parametrize("page", ["team/settings", "team/safeguarding", "team/measures"])
def test_team_settings_are_the_leads(page, signed_in, team_lead, link_worker, coordinator, administrator):
    assert signed_in(team_lead).get(f"/{page}").status_code == 200
    for actor in (link_worker, coordinator, administrator):
        assert signed_in(actor).get(f"/{page}").status_code == 403


def test_a_closed_case_offers_to_begin_again(team, signed_in, link_worker):
    case = ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    html = signed_in(link_worker).get(f"/cases/{case.pk}").content.decode()
    assert f"/cases/{case.pk}/reopen" in html
    assert f'"/cases/{case.pk}/close"' not in html
