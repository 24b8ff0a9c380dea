import pytest

from linkworks.domain.casework.models import SafetyPath, SafetyStep
from linkworks.domain.casework.tests.factories import CaseFactory, SafetyPathFactory
from linkworks.domain.people.tests.factories import PersonFactory, PracticeFactory
from linkworks.domain.referrals.tests.factories import ReferralFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    practice = PracticeFactory(team=team, name="Deptford Surgery", telephone="+442079460123")
    person = PersonFactory(team=team, practice=practice)
    referral = ReferralFactory(team=team, person=person)
    return CaseFactory(team=team, referral=referral, worker_id=link_worker.user_id)


@pytest.fixture
def amina(signed_in, link_worker):
    return signed_in(link_worker)


@pytest.fixture
def path(case, link_worker):
    return SafetyPathFactory(case=case, owner_id=link_worker.user_id, immediate_danger=False, with_them_now=False)


def text(response):
    return response.content.decode()


def page_of(path):
    return f"/cases/{path.case_id}/safety/{path.pk}"


def test_999_stands_before_everything_else(case, amina):
    html = text(amina.get(f"/cases/{case.pk}/safety"))
    assert html.index('href="tel:999"') < html.index('<form method="post" novalidate')
    for number in ("tel:111", "tel:116123"):
        assert number in html


@pytest.mark.parametrize(
    ("danger", "says"), [("yes", "Call 999 now"), ("unknown", "Call 999 now"), ("no", "Call the practice today.")]
)
def test_the_first_answers_open_the_path_and_say_what_to_do(case, amina, danger, says):
    posted = {"immediate_danger": danger, "with_them_now": "yes"}
    response = amina.post(f"/cases/{case.pk}/safety", posted, follow=True)
    path = SafetyPath.objects.get()
    assert path.immediate_danger is (danger != "no")
    assert says in text(response)
    assert "020 7946 0123" in text(response)


def test_both_questions_are_asked(case, amina):
    response = amina.post(f"/cases/{case.pk}/safety", {})
    assert response.status_code == 422
    assert not SafetyPath.objects.exists()


def test_a_path_that_is_open_goes_on(case, path, amina):
    response = amina.get(f"/cases/{case.pk}/safety")
    assert response["Location"] == page_of(path)


def test_what_was_done_is_written_down_and_the_path_ends(path, amina):
    assert "Until then the case cannot close." in text(amina.get(page_of(path)))
    posted = {"deed": "practice", "with_whom": "Dr Osei", "words": "She rings Rosa at four."}
    html = text(amina.post(page_of(path), posted, follow=True))
    assert "Dr Osei" in html
    assert "End the safety path" in html
    amina.post(f"{page_of(path)}/end", {"words": "Dr Osei has seen her."})
    path.refresh_from_db()
    assert path.ended_at
    html = text(amina.get(page_of(path)))
    assert "What have you done?" not in html


def test_whom_we_spoke_to_is_asked_for(path, amina):
    response = amina.post(page_of(path), {"deed": "practice", "words": "They know."})
    assert response.status_code == 422
    assert not SafetyStep.objects.exists()


def test_it_passes_to_a_colleague(path, amina, second_worker):
    amina.post(page_of(path), {"deed": "passed_on", "new_owner": str(second_worker.user_id)})
    path.refresh_from_db()
    assert path.owner_id == second_worker.user_id


def test_a_path_cannot_end_before_anybody_was_called(path, amina):
    response = amina.post(f"{page_of(path)}/end", {"words": "She feels better."})
    assert response.status_code == 422
    assert "Call the practice or 999 and record it" in text(response)


def test_an_open_path_stands_on_the_case_page_my_day_and_the_timeline(case, path, amina):
    assert page_of(path) in text(amina.get(f"/cases/{case.pk}"))
    assert "1 safety path needs you" in text(amina.get("/"))
    assert page_of(path) in text(amina.get(f"/cases/{case.pk}?kind=safety"))


def test_closing_waits_for_it(case, path, amina):
    html = text(amina.get(f"/cases/{case.pk}/close"))
    assert "A safety path is open. Record who was called and end the path first." in html
    assert "Why does support end?" not in html
