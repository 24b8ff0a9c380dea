"""Not reached: the list, a step with its form, what a lead decides, the ways as rules, My day."""

import pytest
from django.urls import reverse

from linkworks.domain.outreach.actions.ladder import enter_ladder
from linkworks.domain.outreach.actions.ladder_results import Found, record_result
from linkworks.domain.outreach.choices import OtherWay, StepResult
from linkworks.domain.outreach.models import LadderRung, LadderStep, SafeContactDecision
from linkworks.domain.outreach.presenters.ladder_step import doors
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.tests.factories import AlertFactory, PersonFactory, RelatedPersonFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def staff(team_lead, coordinator, link_worker):
    """Somebody to own a step."""


@pytest.fixture
def campaign(team):
    return CampaignFactory(team=team)


@pytest.fixture
def rosa(team, campaign):
    person = PersonFactory(team=team, given_name="Rosa", family_name="Marsh", address_line_1="12 High Street")
    return CampaignContactFactory(campaign=campaign, person=person)


def on(kind, contact, coordinator) -> LadderStep:
    place = LadderRung.objects.get(campaign_id=contact.campaign_id, kind=kind).place
    LadderRung.objects.filter(campaign_id=contact.campaign_id, place__lt=place).update(retired_at=clock.now())
    return enter_ladder(coordinator, contact=contact)


def of(step, name="other_way"):
    return reverse(f"outreach:{name}", args=[step.contact.campaign_id, step.pk])


def words(response):
    return response.content.decode()


def test_the_list_says_who_is_tried_how_by_whom_and_what_is_overdue(signed_in, coordinator, campaign, rosa):
    browser, url = signed_in(coordinator), reverse("outreach:not_reached", args=[campaign.pk])
    assert "Everybody whom we rang was reached" in words(browser.get(url))
    on(OtherWay.DOORSTEP, rosa, coordinator)
    LadderStep.objects.update(due_at=clock.now())
    page = words(browser.get(url))
    assert "1 person is being tried in other ways. 1 of them is overdue." in page
    assert "Rosa Marsh" in page
    assert "Amina Yusuf" in page
    assert "Rosa Marsh" not in words(browser.get(url, {"kind": "police"}))
    assert "Rosa Marsh" not in words(browser.get(url, {"owner": coordinator.user_id}))


def test_a_visit_is_written_down_with_who_went_and_ends_in_seen_safe(signed_in, link_worker, coordinator, rosa):
    step = on(OtherWay.DOORSTEP, rosa, coordinator)
    browser = signed_in(link_worker)
    page = words(browser.get(of(step)))
    assert "12 High Street" in page
    assert "Two people go together" in page
    posted = {"result": "seen_safe", "words": "She waved", "seen_by": "Amina Yusuf", "seen_at_time": "9am"}
    posted |= {"seen_at_day": "1", "seen_at_month": "3", "seen_at_year": "2026"}
    refused = browser.post(of(step), posted)
    assert refused.status_code == 422
    assert "Two people go to a door" in words(refused)
    posted |= {"first_visitor": "Amina Yusuf", "second_visitor": "Ben Okafor", "identity_shown": "on"}
    assert "no longer waiting" in words(browser.post(of(step), posted, follow=True))
    rosa.refresh_from_db()
    assert (rosa.ending, rosa.ending_words) == ("seen_safe", "Amina Yusuf: She waved")
    assert "1 March 2026, 9am" in words(browser.get(of(step)))


@pytest.mark.parametrize(
    ("kind", "asked", "not_asked"),
    [
        (OtherWay.POLICE, "Which team lead said yes?", "Who went?"),
        (OtherWay.DOORSTEP, "Who went?", "Which team lead said yes?"),
        (OtherWay.OTHER_NUMBERS, "There is no other number", "Seen or heard to be safe"),
        (OtherWay.NEIGHBOUR, "Do not say from where you come", "Handed to a named service"),
    ],
)
def test_each_kind_asks_only_what_it_needs(signed_in, coordinator, rosa, kind, asked, not_asked):
    page = words(signed_in(coordinator).get(of(on(kind, rosa, coordinator))))
    assert asked in page
    assert not_asked not in page


def test_what_is_missing_is_said_beside_its_field(signed_in, coordinator, rosa):
    step = on(OtherWay.SURGERY, rosa, coordinator)
    page = words(signed_in(coordinator).post(of(step), {"result": "in_care"}))
    assert 'href="#id_in_care_at"' in page
    page = words(signed_in(coordinator).post(of(step), {"result": "died"}))
    assert 'href="#id_told_by"' in page


def test_an_alert_hides_the_form_the_address_and_the_kin_until_a_lead_decides(
    signed_in, coordinator, team_lead, link_worker, rosa
):
    RelatedPersonFactory(person=rosa.person, name="Marco Marsh")
    AlertFactory(person=rosa.person, kind=AlertKind.SAFE_CONTACT)
    step = on(OtherWay.NEXT_OF_KIN, rosa, coordinator)
    page = words(signed_in(coordinator).get(of(step)))
    assert "A team lead decides first" in page
    assert "Marco Marsh" not in page
    assert "What came of it?" not in page
    assert signed_in(coordinator).get(of(step, "safe_contact")).status_code == 403
    browser = signed_in(team_lead)
    assert browser.post(of(step, "safe_contact"), {"opens": ["next_of_kin"]}).status_code == 422
    browser.post(of(step, "safe_contact"), {"opens": ["next_of_kin"], "reason": "Her son is not the danger"})
    assert SafeContactDecision.objects.get().opens == ["next_of_kin"]
    page = words(signed_in(link_worker).get(of(step)))
    assert "Marco Marsh" in page
    assert "What came of it?" in page


def test_a_step_is_given_to_a_colleague(signed_in, coordinator, second_worker, rosa):
    step = on(OtherWay.SURGERY, rosa, coordinator)
    signed_in(coordinator).post(of(step, "other_way_give"), {"owner": second_worker.user_id})
    step.refresh_from_db()
    assert step.owner_id == second_worker.user_id


def test_my_day_names_whom_i_am_to_try(signed_in, coordinator, link_worker, rosa):
    on(OtherWay.DOORSTEP, rosa, coordinator)
    page = words(signed_in(link_worker).get(reverse("casework:my_day")))
    assert "Not reached by telephone: 1 person, 1 of them to visit" in page


def test_my_day_shows_the_first_five_and_says_how_many_follow(signed_in, coordinator, link_worker, rosa):
    for _ in range(12):
        on(OtherWay.DOORSTEP, CampaignContactFactory(campaign=rosa.campaign), coordinator)
    page = words(signed_in(link_worker).get(reverse("casework:my_day")))
    assert "Not reached by telephone: 12 people" in page
    assert "And 7 more after these." in page
    assert page.count("Due <") == 5


def test_a_link_worker_sees_their_own_steps_and_nobody_elses(signed_in, coordinator, second_worker, link_worker, rosa):
    step = on(OtherWay.NEXT_OF_KIN, rosa, coordinator)
    owner, other = (
        (link_worker, second_worker) if step.owner_id == link_worker.user_id else (second_worker, link_worker)
    )
    assert signed_in(owner).get(of(step)).status_code == 200
    assert signed_in(other).get(of(step)).status_code == 404
    assert signed_in(owner).get(reverse("outreach:not_reached", args=[rosa.campaign_id])).status_code in (403, 404)


def test_another_team_finds_nothing(signed_in, other_team_worker, coordinator, rosa):
    step = on(OtherWay.SURGERY, rosa, coordinator)
    assert signed_in(other_team_worker).get(of(step)).status_code == 404


def test_what_was_written_stands_and_the_form_is_gone(signed_in, coordinator, rosa):
    step = on(OtherWay.SURGERY, rosa, coordinator)
    browser = signed_in(coordinator)
    browser.post(of(step), {"result": StepResult.NOTHING, "words": "Nobody has seen her since March"})
    page = words(browser.get(of(step)))
    assert "Nobody has seen her since March" in page
    assert "What came of it?" not in page


def test_the_ways_are_rules_that_a_coordinator_changes(signed_in, coordinator, campaign):
    browser = signed_in(coordinator)
    rung = LadderRung.objects.get(campaign=campaign, kind=OtherWay.SURGERY)
    url = reverse("outreach:other_way_rule", args=[campaign.pk, rung.pk])
    given = {"label": "Ring the surgery", "is_used": "on", "place": 1, "owner_role": "coordinator", "wait": "6 hours"}
    browser.post(url, given | {"guidance": "Ask for Jo.", "_version": rung.version})
    rung.refresh_from_db()
    assert (rung.label, rung.place, rung.wait.total_seconds()) == ("Ring the surgery", 1, 6 * 3600)
    places = campaign.rungs.order_by("place").values_list("place", flat=True)
    assert list(places) == list(range(1, 9))
    assert "1. Ring the surgery" in words(browser.get(reverse("outreach:other_ways", args=[campaign.pk])))


def test_there_may_be_two_visits_at_the_door(signed_in, coordinator, campaign, rosa):
    browser, ways = signed_in(coordinator), reverse("outreach:other_ways", args=[campaign.pk])
    step = on(OtherWay.DOORSTEP, rosa, coordinator)
    asked = {"label": "Visit once more", "owner_role": "link_worker", "wait": "2 days", "guidance": "In the evening."}
    assert browser.post(f"{ways}/new", asked | {"kind": "nonsense", "place": 7}).status_code == 422
    browser.post(f"{ways}/new", asked | {"kind": OtherWay.DOORSTEP, "place": 7})
    assert "7. Visit once more" in words(browser.get(ways))
    again = LadderRung.objects.get(label="Visit once more")
    assert (again.shut_by_safe_contact, campaign.rungs.count()) == (True, 9)
    assert ChangeEntry.objects.filter(event="other_way.rule_added").count() == 1
    went = {"first_visitor": "Amina Yusuf", "second_visitor": "Ben Okafor", "identity_shown": True}
    step = record_result(coordinator, step=step, found=Found(StepResult.NOTHING, words="Nobody there.", **went))
    assert step.rung == again


def test_an_alert_is_decided_once_for_all_ways_of_a_kind(campaign):
    other = LadderRung(kind=OtherWay.DOORSTEP, label="Visit once more", shut_by_safe_contact=True)
    kinds = [kind for kind, _ in doors([*campaign.rungs.order_by("place"), other])]
    assert len(kinds) == len(set(kinds))


def test_the_last_way_cannot_be_switched_off(signed_in, coordinator, campaign):
    campaign.rungs.exclude(kind=OtherWay.POLICE).update(retired_at=clock.now())
    rung = campaign.rungs.get(kind=OtherWay.POLICE)
    url = reverse("outreach:other_way_rule", args=[campaign.pk, rung.pk])
    given = {"label": rung.label, "place": 8, "owner_role": "team_lead", "wait": "4 hours", "guidance": "x"}
    page = signed_in(coordinator).post(url, given | {"_version": rung.version})
    assert "the only way that is used" in words(page)
