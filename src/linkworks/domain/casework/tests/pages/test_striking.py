import pytest

from linkworks.domain.casework.tests.factories import (
    CaseFactory,
    CaseNoteFactory,
    ContactAttemptFactory,
    ContactFactory,
    MeasureResponseFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


def text(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("factory", "kind"),
    [
        (ContactFactory, "contacts"),
        (ContactAttemptFactory, "tries"),
        (MeasureResponseFactory, "readings"),
        (CaseNoteFactory, "notes"),
    ],
)
def test_what_was_entered_in_error_is_marked_from_the_timeline_and_stands_there_crossed_out(
    case, factory, kind, signed_in, link_worker
):
    row = factory(case=case, by_id=link_worker.user_id)
    amina, address = signed_in(link_worker), f"/{kind}/{row.pk}/entered-in-error"
    assert address in text(amina.get(f"/cases/{case.pk}"))
    assert "It stays on the timeline" in text(amina.get(address))
    assert amina.post(address, {"because": ""}).status_code == 422
    assert amina.post(address, {"because": "Pressed by mistake"})["Location"] == f"/cases/{case.pk}#timeline"
    html = text(amina.get(f"/cases/{case.pk}"))
    assert "Entered in error</strong>" in html
    assert f"by {link_worker.name}: Pressed by mistake" in html
    assert address not in html


def test_what_somebody_else_said_is_only_read_by_whoever_asks(case, signed_in, link_worker):
    contact = ContactFactory(case=case)
    CaseNoteFactory(case=case, contact=contact, body="His gas is cut off.")
    amina = signed_in(link_worker)
    amina.post(f"/contacts/{contact.pk}/entered-in-error", {"because": "Another person"})
    html = text(amina.get(f"/cases/{case.pk}"))
    assert "Read what was entered" in html
    assert "Correct this note" not in html


def test_answers_entered_in_error_say_so_on_their_page(case, signed_in, link_worker):
    response, amina = MeasureResponseFactory(case=case), signed_in(link_worker)
    page = f"/cases/{case.pk}/readings/{response.pk}"
    assert f"/readings/{response.pk}/entered-in-error" in text(amina.get(page))
    amina.post(f"/readings/{response.pk}/entered-in-error", {"because": "The wrong form"})
    html = text(amina.get(page))
    assert "Entered in error, marked" in html
    assert "The wrong form" in html
    assert "Not asked yet." in text(amina.get(f"/cases/{case.pk}/measures"))


def test_others_see_nothing_of_it(case, signed_in, commissioner, other_team_worker, second_worker):
    address = f"/tries/{ContactAttemptFactory(case=case).pk}/entered-in-error"
    assert signed_in(commissioner).get(address).status_code == 404
    assert signed_in(other_team_worker).get(address).status_code == 404
    assert signed_in(second_worker).get(address).status_code == 302
