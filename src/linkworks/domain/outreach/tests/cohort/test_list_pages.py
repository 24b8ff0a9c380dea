"""From the sheet that somebody sent to rows that are decided, as a coordinator walks it."""

from uuid import uuid4

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.choices import CohortState, RowDecision, Section
from linkworks.domain.outreach.models import CohortImport, CohortRow, LadderStep
from linkworks.domain.outreach.tests.cohort.sending import HEADINGS, as_csv, person, send_and_match
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

ROWS = [
    person(),
    person(ref="2", surname="Warsame", forename="Abdi", dob="12/11/1950", phone="020 7946 0002", postcode="SE4 1AA"),
    person(ref="3", surname="Warsame", forename="Abdi", dob="12/11/1950", phone="020 7946 0002", postcode="SE4 1AA"),
    person(ref="4", surname="Cole", forename="Ruth", dob="31/02/1960", phone="n/k", postcode="SE13 5AB"),
]


@pytest.fixture
def browser(signed_in, coordinator):
    return signed_in(coordinator)


def bring(browser, campaign, **said):
    given = {
        "file": SimpleUploadedFile("shielding.csv", as_csv(ROWS).read(), content_type="text/csv"),
        "sender": "Ladywell practice",
        "source": "The practice's shielding list",
        "purpose": "Welfare calls",
        "legal_basis": "Article 6(1)(e)",
        "delete_by_day": "31",
        "delete_by_month": "12",
        "delete_by_year": str(clock.today().year + 1),
        "_submission": str(uuid4()),
    }
    return browser.post(reverse("outreach:list_new", args=[campaign.pk]), given | said)


@pytest.fixture
def looked_through(coordinator, campaign):
    return send_and_match(coordinator, campaign, ROWS)


def decide(browser, row, decision, **said):
    row.refresh_from_db()
    given = {"decision": decision, "reason": "", "_version": row.version, "_submission": str(uuid4())} | said
    return browser.post(reverse("outreach:list_row", args=[row.pk]), given)


def test_a_list_without_its_legal_basis_is_not_taken_and_what_was_typed_is_kept(browser, campaign):
    answer = bring(browser, campaign, legal_basis="")
    assert answer.status_code == 422
    assert "Say on what legal basis we may use it" in answer.content.decode()
    assert "Ladywell practice" in answer.content.decode()
    assert not CohortImport.objects.exists()


def test_the_columns_are_shown_with_what_they_were_taken_for(browser, campaign):
    bring(browser, campaign)
    page = browser.get(reverse("outreach:list_columns", args=[CohortImport.objects.get().pk])).content.decode()
    assert "For example: 4/3/1951" in page
    assert '<option value="date_of_birth" selected>' in page


def test_the_columns_are_confirmed_as_they_stand(browser, campaign):
    bring(browser, campaign)
    batch = CohortImport.objects.get()
    said = {"column_1": "family_name", "column_2": "given_name", "column_3": "date_of_birth", "column_7": "telephone"}
    answer = browser.post(reverse("outreach:list_columns", args=[batch.pk]), said | {"_submission": str(uuid4())})
    batch.refresh_from_db()
    assert (answer.status_code, batch.state) == (302, CohortState.REVIEW)


def test_two_columns_that_are_the_same_thing_are_refused_in_words(browser, campaign):
    bring(browser, campaign)
    said = {"column_1": "family_name", "column_2": "family_name", "_submission": str(uuid4())}
    answer = browser.post(reverse("outreach:list_columns", args=[CohortImport.objects.get().pk]), said)
    assert answer.status_code == 422
    assert "Two columns are said to be the family name" in answer.content.decode()


def test_every_row_is_kept_and_what_could_not_be_read_is_said_by_cell(browser, looked_through):
    assert looked_through.state == CohortState.REVIEW
    assert CohortRow.objects.filter(batch=looked_through).count() == 4
    page = browser.get(reverse("outreach:list_problems", args=[looked_through.pk])).content.decode()
    assert "DOB: " in page
    assert "Cole" in page


def test_the_list_says_what_its_rows_are_and_what_would_come_of_it(browser, looked_through):
    page = browser.get(reverse("outreach:list", args=[looked_through.pk])).content.decode()
    assert "New to us" in page
    assert "The same person again" in page
    assert "Every row is decided" in page


def test_somebody_perhaps_known_is_shown_beside_the_record_and_decided_by_a_button(
    browser, campaign, team, coordinator
):
    known = PersonFactory(team=team, given_name="Marie", family_name="O'Brien", date_of_birth=None, postcode="SE13 6LH")
    batch = send_and_match(coordinator, campaign, ROWS)
    row = CohortRow.objects.create(
        team=team,
        batch=batch,
        number=99,
        came=["Marie", "O'Brien"],
        entry={"given_name": "Marie", "family_name": "O'Brien"},
        section=Section.CLOSE,
        person=known,
        candidates=[{"person": str(known.pk), "agreement": "Same name", "caution": "", "probability": 0.5}],
    )
    page = browser.get(reverse("outreach:list_row", args=[row.pk])).content.decode()
    assert "Same name" in page
    answer = decide(browser, row, f"same:{known.pk}")
    row.refresh_from_db()
    assert (answer.status_code, row.decision, row.person_id) == (302, RowDecision.SAME, known.pk)


def test_beside_the_record_it_says_what_the_comparison_found(browser, campaign, team, coordinator):
    PersonFactory(
        team=team,
        given_name="Elizabeth",
        family_name="O'Brien",
        date_of_birth="1951-04-03",
        address_line_1="12 Lee High Road",
        postcode="SE13 5LQ",
    )
    row = person(forename="Betty", address="12 Lee High Rd", postcode="SE13 5LQ", phone="")
    batch = send_and_match(coordinator, campaign, [row])
    shown = browser.get(reverse("outreach:list_row", args=[batch.rows.get().pk])).content.decode()
    for said in ("Same home", "Forms of one name", "Day and month swapped"):
        assert said in shown


def test_a_row_of_somebody_who_is_not_to_be_rung_leads_to_who_asked_for_that(browser, looked_through, team):
    row, other = looked_through.rows.order_by("number")[:2]
    known = PersonFactory(team=team)
    CohortRow.objects.filter(pk=row.pk).update(section=Section.DO_NOT_CALL, person=known)
    pages = [browser.get(reverse("outreach:list_row", args=[one.pk])).content.decode() for one in (row, other)]
    assert ["whether they asked not to be rung" in page for page in pages] == [True, False]
    assert reverse("people:person", args=[known.pk]) in pages[0]


def test_while_a_row_waits_the_first_button_leads_to_it(browser, looked_through):
    row = CohortRow.objects.filter(batch=looked_through, section=Section.NEW).first()
    CohortRow.objects.filter(pk=row.pk).update(decision="")
    page = browser.get(reverse("outreach:list", args=[looked_through.pk])).content.decode()
    waiting = reverse("outreach:list_next", args=[looked_through.pk, Section.NEW])
    assert f'<a class="nhsuk-button" href="{waiting}"' in page
    assert f'<a class="nhsuk-button nhsuk-button--secondary" href="/lists/{looked_through.pk}/drop"' in page


def test_a_row_is_left_out_only_with_a_reason(browser, looked_through):
    row = CohortRow.objects.filter(batch=looked_through, section=Section.NEW).first()
    assert decide(browser, row, "leave_out").status_code == 422
    assert decide(browser, row, "leave_out", reason="Moved to Kent").status_code == 302
    row.refresh_from_db()
    assert (row.decision, row.reason) == (RowDecision.LEAVE_OUT, "Moved to Kent")


@pytest.mark.parametrize("section", [Section.NEW, Section.REPEAT])
def test_enter_behind_a_reason_leaves_out_and_never_says_who_somebody_is(browser, looked_through, section):
    row = CohortRow.objects.filter(batch=looked_through, section=section).first()
    for address in (
        reverse("outreach:list_row", args=[row.pk]),
        reverse("outreach:list_rows", args=[looked_through.pk, section]),
    ):
        page = html5lib.parse(browser.get(address).content.decode(), namespaceHTMLElements=False)
        (form,) = [form for form in page.iter("form") if form.find(".//input[@name='reason']") is not None]
        assert [button.get("value") for button in form.iter("button")] == ["leave_out"]


def test_a_list_that_stops_says_so_once(browser, campaign):
    bring(browser, campaign)
    address = reverse("outreach:list_columns", args=[CohortImport.objects.get().pk])
    answer = browser.post(address, {"column_0": "family_name", "_submission": str(uuid4())}, follow=True)
    assert answer.content.decode().count("has a name and something to know the person by") == 1


def test_what_was_read_by_a_guess_is_not_called_unreadable(browser, coordinator, campaign):
    batch = send_and_match(coordinator, campaign, [person(dob="4/3/51")])
    row = batch.rows.get()
    for name, of in (("list", batch), ("list_problems", batch), ("list_row", row)):
        page = browser.get(reverse(f"outreach:{name}", args=[of.pk])).content.decode()
        assert "could not be read" not in page.lower()
        assert "to check" in page or "Check this." in page


def test_an_old_excel_file_is_told_how_to_save_it_anew(browser, campaign):
    old = SimpleUploadedFile("list.xls", b"\xd0\xcf\x11\xe0 and so on", content_type="application/vnd.ms-excel")
    answer = bring(browser, campaign, file=old)
    assert answer.status_code == 422
    assert "Save it as .xlsx or CSV" in answer.content.decode()


def test_two_who_decide_at_once_do_not_overwrite_each_other(browser, looked_through):
    row = CohortRow.objects.filter(batch=looked_through, section=Section.NEW).first()
    stale = {"_version": row.version}
    decide(browser, row, "new")
    assert decide(browser, row, "leave_out", reason="No", **stale).status_code == 409


def test_all_new_rows_are_decided_at_once(browser, looked_through):
    address = reverse("outreach:list_rows", args=[looked_through.pk, Section.NEW])
    CohortRow.objects.filter(batch=looked_through, section=Section.NEW).update(decision="", decided_by=None)
    browser.post(address, {"decision": "new", "reason": "", "_submission": str(uuid4())})
    assert not CohortRow.objects.filter(batch=looked_through, section=Section.NEW, decision="").exists()


def test_adding_the_list_puts_its_people_into_the_campaign_once(browser, looked_through, campaign):
    address = reverse("outreach:list_commit", args=[looked_through.pk])
    page = browser.get(address).content.decode()
    assert "2 get a record." in page
    assert "1 stands on the list twice, and counts once." in page
    assert browser.post(address, {"_submission": str(uuid4())}).status_code == 302
    looked_through.refresh_from_db()
    assert looked_through.state == CohortState.COMMITTED
    assert campaign.contacts.count() == 3
    assert browser.post(address, {"_submission": str(uuid4())}).status_code == 422


def test_a_list_with_rows_to_decide_is_not_added(browser, looked_through):
    CohortRow.objects.filter(batch=looked_through, section=Section.NEW).update(decision="")
    answer = browser.post(reverse("outreach:list_commit", args=[looked_through.pk]), {"_submission": str(uuid4())})
    assert answer.status_code == 422
    assert "still wait for a decision" in answer.content.decode()


@pytest.fixture
def added(coordinator, looked_through):
    ask_to_commit(coordinator, batch=looked_through)
    return looked_through


def test_whoever_looks_for_a_number_is_led_to_the_row_as_it_came(browser, added):
    row = CohortRow.objects.get(batch=added, section=Section.NO_NUMBER)
    step = LadderStep.objects.get(contact=row.contact_id)
    page = browser.get(reverse("outreach:other_way", args=[added.campaign_id, step.pk])).content.decode()
    assert reverse("outreach:list_row", args=[row.pk]) in page


def test_the_sender_gets_their_own_sheet_with_what_became_of_each_row(browser, added):
    answer = browser.get(reverse("outreach:list_sheet", args=[added.pk]))
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0] == ",".join((*HEADINGS, "What became of it", "Why"))
    assert lines[1].startswith("1,O'Brien,Mary,")
    assert ",Added," in lines[1]
    assert "The same person as row 3" in lines[3]
    assert len(lines) == 1 + len(ROWS)


def test_a_list_is_taken_back_and_its_people_are_gone(browser, added, campaign):
    assert (
        browser.post(reverse("outreach:list_undo", args=[added.pk]), {"_submission": str(uuid4())}).status_code == 302
    )
    assert campaign.contacts.count() == 0


def test_a_list_that_is_dropped_loses_its_rows(browser, looked_through):
    browser.post(reverse("outreach:list_drop", args=[looked_through.pk]), {"_submission": str(uuid4())})
    assert not CohortRow.objects.filter(batch=looked_through).exists()


def test_another_team_does_not_find_the_list(signed_in, looked_through, other_team_coordinator):
    answer = signed_in(other_team_coordinator).get(reverse("outreach:list", args=[looked_through.pk]))
    assert answer.status_code == 404


def test_a_caller_sees_no_list(signed_in, looked_through, commissioner):
    assert signed_in(commissioner).get(reverse("outreach:list", args=[looked_through.pk])).status_code in (403, 404)
