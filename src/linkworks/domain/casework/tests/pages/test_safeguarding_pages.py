import pytest

from linkworks.domain.casework.choices import ConcernStatus
from linkworks.domain.casework.models import SafeguardingConcern, SafeguardingStep
from linkworks.domain.casework.tests.factories import CaseFactory, SafeguardingConcernFactory

pytestmark = pytest.mark.django_db

RAISED = {
    "immediate_danger": "no",
    "what": "Her nephew keeps her pension book.",
    "wishes_asked": "yes",
    "wishes": "She wants him to stop.",
}


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def concern(case, team_lead, coordinator, link_worker):
    return SafeguardingConcernFactory(
        case=case, lead_id=team_lead.user_id, deputy_id=coordinator.user_id, by_id=link_worker.user_id
    )


@pytest.fixture
def amina(signed_in, link_worker):
    return signed_in(link_worker)


def text(response):
    return response.content.decode()


def page_of(concern):
    return f"/cases/{concern.case_id}/concerns/{concern.pk}"


@pytest.mark.usefixtures("team_lead", "coordinator")
def test_999_stands_first_and_it_says_who_will_be_told(case, amina):
    html = text(amina.get(f"/cases/{case.pk}/concerns/new"))
    assert html.index('href="tel:999"') < html.index("Is somebody in danger now?")
    assert "Carol Whitfield (lead) and Dev Patel (deputy) will be told at once." in html


@pytest.mark.usefixtures("team_lead", "coordinator")
def test_a_concern_is_raised(case, amina):
    html = text(amina.post(f"/cases/{case.pk}/concerns/new", RAISED, follow=True))
    assert SafeguardingConcern.objects.get().wishes == "She wants him to stop."
    assert "Concern raised. Told: Carol Whitfield, Dev Patel." in html


def test_danger_without_999_says_so_in_large_letters(case, amina):
    posted = RAISED | {"immediate_danger": "yes", "emergency_called": "no"}
    html = text(amina.post(f"/cases/{case.pk}/concerns/new", posted, follow=True))
    assert "Call 999, if nobody has yet" in html


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"wishes": ""}, "Say what the person wants to happen"),
        ({"wishes_asked": "no", "why_not_asked": ""}, "Say why you did not ask the person"),
        ({"what": ""}, "Say what you are worried about"),
        ({"immediate_danger": "yes"}, "Have you called 999?"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(case, amina, changes, says):
    response = amina.post(f"/cases/{case.pk}/concerns/new", RAISED | changes)
    assert response.status_code == 422
    assert says in text(response)
    assert not SafeguardingConcern.objects.exists()


def test_the_lead_sees_it_on_my_day_and_acknowledges(concern, signed_in, team_lead):
    client = signed_in(team_lead)
    html = text(client.get("/"))
    assert "1 safeguarding concern waits for you" in html
    assert concern.person.full_name not in html
    html = text(client.post(f"{page_of(concern)}/acknowledge", follow=True))
    assert "Acknowledged. The reminders have ended." in html
    assert "I have seen it" not in html
    again = text(client.post(f"{page_of(concern)}/acknowledge", follow=True))
    assert "Somebody has acknowledged this concern already." in again


def test_the_worker_who_raised_it_cannot_acknowledge_or_close(concern, amina):
    html = text(amina.get(page_of(concern)))
    assert "I have seen it" not in html
    assert "Only the lead closes a concern." in html
    assert amina.post(f"{page_of(concern)}/acknowledge").status_code == 403
    assert amina.get(f"{page_of(concern)}/close").status_code == 403


def test_sharing_without_consent_asks_why(concern, amina):
    response = amina.post(page_of(concern), {"deed": "shared_without", "with_whom": "Social care", "words": ""})
    assert response.status_code == 422
    posted = {"deed": "shared_without", "with_whom": "Social care", "words": "He threatened to hit her."}
    html = text(amina.post(page_of(concern), posted, follow=True))
    assert "He threatened to hit her." in html
    assert SafeguardingStep.objects.get().with_whom == "Social care"


def test_the_lead_closes_it_in_words(concern, signed_in, team_lead):
    client = signed_in(team_lead)
    assert client.post(f"{page_of(concern)}/close", {"words": ""}).status_code == 422
    client.post(f"{page_of(concern)}/close", {"words": "Social care has taken it on."})
    concern.refresh_from_db()
    assert concern.status == ConcernStatus.CLOSED
    assert "What was done?" not in text(client.get(page_of(concern)))


def test_an_open_concern_stands_on_the_case_page_and_holds_up_closing(case, concern, amina):
    assert page_of(concern) in text(amina.get(f"/cases/{case.pk}"))
    assert "Its lead must close it first." in text(amina.get(f"/cases/{case.pk}/close"))


def test_the_team_lead_names_lead_and_deputy(signed_in, team_lead, coordinator, link_worker):
    client = signed_in(team_lead)
    same = {"lead": str(coordinator.user_id), "deputy": str(coordinator.user_id)}
    assert "Choose two different people." in text(client.post("/team/safeguarding", same))
    client.post("/team/safeguarding", same | {"deputy": str(link_worker.user_id)})
    html = text(client.get("/team/settings"))
    assert "Dev Patel, lead" in html
    assert "Amina Yusuf, deputy" in html
