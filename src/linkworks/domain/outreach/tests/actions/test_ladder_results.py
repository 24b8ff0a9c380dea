"""What came of other ways, what may follow, and what an alert about safe contact shuts."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import member
from linkworks.domain.outreach.actions.ladder import enter_ladder
from linkworks.domain.outreach.actions.ladder_clock import wake_steps
from linkworks.domain.outreach.actions.ladder_decisions import decide_on_safe_contact, give_step
from linkworks.domain.outreach.actions.ladder_results import Found, bring_back, record_result
from linkworks.domain.outreach.choices import HOUSEHOLD, OtherWay, QueueState, StepResult
from linkworks.domain.outreach.models import CampaignContact, CampaignMessage, LadderRung, LadderStep, LeadNotice
from linkworks.domain.outreach.selectors.household import others_on
from linkworks.domain.outreach.selectors.ladder import list_unlooked_after
from linkworks.domain.outreach.step_rules import RESULTS
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory
from linkworks.domain.people.choices import AlertKind, ContactKind
from linkworks.domain.people.models import ContactDetail
from linkworks.domain.people.tests.factories import AlertFactory
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def staff(team_lead, coordinator, link_worker):
    """Somebody to own a step."""


@pytest.fixture
def contact(campaign):
    return CampaignContactFactory(campaign=campaign)


@pytest.fixture
def clockwork(team):
    return Actor.system("test", team.pk)


def said(result, **values) -> Found:
    """Everything that any kind or result may ask for."""
    given = {
        "words": "Milk taken in, she waved",
        "who": "Ben Okafor",
        "service": "Lewisham Hospital, ward 4",
        "number": "+447700900777" if result == StepResult.NUMBER_FOUND else "",
        "seen_at": clock.now() - timedelta(minutes=5),
        "first_visitor": "Amina Yusuf",
        "second_visitor": "Ben Okafor",
        "identity_shown": True,
    }
    return Found(result, **given | values)


def on(kind, contact, coordinator) -> LadderStep:
    """The contact's open step, on the way of this kind: all that come before are switched off."""
    place = LadderRung.objects.get(campaign_id=contact.campaign_id, kind=kind).place
    LadderRung.objects.filter(campaign_id=contact.campaign_id, place__lt=place).update(retired_at=clock.now())
    enter_ladder(coordinator, contact=contact)
    return open_step(contact)


def open_step(contact) -> LadderStep:
    contact.refresh_from_db()
    return LadderStep.objects.select_related("rung", "person").get(pk=contact.step_id, result="")


def test_nothing_leads_to_the_next_way_and_the_last_stays_with_its_owner(coordinator, team_lead, contact):
    kinds = []
    enter_ladder(coordinator, contact=contact)
    for _ in range(9):
        step = open_step(contact)
        kinds.append(step.kind)
        record_result(coordinator, step=step, found=said(StepResult.NOTHING, authorised_by_id=team_lead.user_id))
    assert kinds == [*list(OtherWay)[1:], OtherWay.POLICE, OtherWay.POLICE]
    assert open_step(contact).owner_id == team_lead.user_id


def test_a_number_that_was_found_is_rung(coordinator, contact):
    step = on(OtherWay.OTHER_NUMBERS, contact, coordinator)
    record_result(coordinator, step=step, found=said(StepResult.NUMBER_FOUND))
    contact.refresh_from_db()
    assert (contact.state, contact.phone_key, contact.tries, contact.step_id) == ("ready", "+447700900777", 0, None)
    assert ContactDetail.objects.get(value="+447700900777").kind == ContactKind.MOBILE


def test_a_number_that_is_on_the_record_already_is_rung_as_it_stands(coordinator, contact):
    step = on(OtherWay.OTHER_NUMBERS, contact, coordinator)
    record_result(coordinator, step=step, found=said(StepResult.NUMBER_FOUND, number=contact.phone_key))
    assert ContactDetail.objects.filter(person=contact.person).count() == 1


def test_a_time_that_was_agreed_at_the_door_is_kept(coordinator, contact):
    step = on(OtherWay.DOORSTEP, contact, coordinator)
    at = clock.now() + timedelta(hours=3)
    record_result(coordinator, step=step, found=said(StepResult.RING_AGAIN, ring_at=at))
    contact.refresh_from_db()
    assert (contact.state, contact.wakes_at, contact.is_promised) == (QueueState.RESTING, at, True)


@pytest.mark.parametrize(
    ("result", "ending"),
    [
        (StepResult.SEEN_SAFE, "seen_safe"),
        (StepResult.MOVED, "moved"),
        (StepResult.IN_CARE, "handed_on"),
        (StepResult.HANDED_ON, "handed_on"),
        (StepResult.EXCLUDED, "excluded"),
        (StepResult.DECLINED, "declined"),
        (StepResult.DIED, "died"),
    ],
)
def test_what_ends_it_says_so(coordinator, contact, result, ending):
    record_result(coordinator, step=on(OtherWay.NEXT_OF_KIN, contact, coordinator), found=said(result))
    contact.refresh_from_db()
    assert (contact.state, contact.ending, contact.step_id) == ("ended", ending, None)
    assert contact.ending_words


def test_a_death_that_is_told_ends_every_campaign_and_the_leads_hear_without_a_name(coordinator, contact, team_lead):
    other = CampaignContactFactory(
        campaign=CampaignFactory(team=contact.team), person=contact.person, number=contact.number
    )
    record_result(coordinator, step=on(OtherWay.SURGERY, contact, coordinator), found=said(StepResult.DIED, service=""))
    other.refresh_from_db()
    assert other.ending == "died"
    assert LeadNotice.objects.get().words == "Ben Okafor: Milk taken in, she waved"
    assert contact.person.family_name not in MessageContent.objects.get().body
    assert contact.person.died_on is None


@pytest.mark.parametrize(
    ("kind", "result", "missing", "sentence"),
    [
        (OtherWay.NEXT_OF_KIN, StepResult.SEEN_SAFE, {"who": " "}, "who saw"),
        (OtherWay.NEXT_OF_KIN, StepResult.SEEN_SAFE, {"words": ""}, "Say how"),
        (OtherWay.NEXT_OF_KIN, StepResult.SEEN_SAFE, {"seen_at": None}, "when they were seen"),
        (OtherWay.NEXT_OF_KIN, StepResult.DIED, {"who": ""}, "who told us"),
        (OtherWay.NEXT_OF_KIN, StepResult.HANDED_ON, {"service": ""}, "which service"),
        (OtherWay.NEXT_OF_KIN, StepResult.EXCLUDED, {"words": ""}, "Say why"),
        (OtherWay.NEXT_OF_KIN, StepResult.NUMBER_FOUND, {"number": ""}, "Enter the number"),
        (OtherWay.DOORSTEP, StepResult.NOTHING, {"second_visitor": "amina yusuf "}, "Two people"),
        (OtherWay.DOORSTEP, StepResult.NOTHING, {"identity_shown": False}, "who you are"),
        (OtherWay.POLICE, StepResult.NOTHING, {}, "Say which team lead"),
        (OtherWay.NEIGHBOUR, StepResult.HANDED_ON, {}, "Choose what came of it"),
    ],
)
def test_each_kind_and_result_asks_for_what_it_needs(coordinator, contact, kind, result, missing, sentence):
    step = on(kind, contact, coordinator)
    with pytest.raises(Refused, match=sentence):
        record_result(coordinator, step=step, found=said(result, **missing))
    assert open_step(contact) == step


def test_the_police_need_a_lead_and_not_just_anybody(coordinator, contact, link_worker):
    step = on(OtherWay.POLICE, contact, coordinator)
    with pytest.raises(Refused, match="team lead"):
        record_result(coordinator, step=step, found=said(StepResult.NOTHING, authorised_by_id=link_worker.user_id))


def test_a_second_result_comes_too_late(coordinator, contact):
    step = on(OtherWay.SURGERY, contact, coordinator)
    record_result(coordinator, step=step, found=said(StepResult.NOTHING))
    with pytest.raises(Conflict):
        record_result(coordinator, step=step, found=said(StepResult.SEEN_SAFE))


def test_what_came_of_it_stands(coordinator, contact):
    step = on(OtherWay.SURGERY, contact, coordinator)
    record_result(coordinator, step=step, found=said(StepResult.NOTHING))
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        LadderStep.objects.filter(pk=step.pk).update(words="Something else")


def test_a_colleague_takes_only_what_is_theirs(coordinator, link_worker, second_worker, contact):
    step = on(OtherWay.NEXT_OF_KIN, contact, coordinator)
    taken_by, other = sorted([link_worker, second_worker], key=lambda worker: worker.user_id != step.owner_id)
    with pytest.raises(NotAllowed):
        record_result(other, step=step, found=said(StepResult.NOTHING))
    record_result(taken_by, step=step, found=said(StepResult.NOTHING))


def test_a_step_is_given_to_a_colleague_and_only_by_who_runs_campaigns(coordinator, link_worker, contact):
    step = on(OtherWay.RECORDS, contact, coordinator)
    give_step(coordinator, step=step, owner_id=link_worker.user_id)
    assert open_step(contact).owner_id == link_worker.user_id
    with pytest.raises(NotAllowed):
        give_step(link_worker, step=step, owner_id=link_worker.user_id)


def test_whoever_rings_us_comes_back_to_the_queue(coordinator, contact):
    on(OtherWay.SURGERY, contact, coordinator)
    bring_back(coordinator, contact=contact, words="They rang us.")
    contact.refresh_from_db()
    assert (contact.state, contact.step_id) == (QueueState.READY, None)


# Safe contact: every door.

SHUT = [OtherWay.NEXT_OF_KIN, OtherWay.DOORSTEP, OtherWay.NEIGHBOUR]


def decide(actor, contact, *opens, reason="Spoke to her worker"):
    return decide_on_safe_contact(actor, contact=contact, opens=opens, reason=reason)


@pytest.mark.parametrize("kind", SHUT)
def test_an_alert_about_safe_contact_waits_for_a_lead(coordinator, team_lead, contact, kind):
    AlertFactory(person=contact.person, kind=AlertKind.SAFE_CONTACT)
    step = on(kind, contact, coordinator)
    assert step.owner_id == team_lead.user_id
    for who in (coordinator, team_lead):
        with pytest.raises(Refused, match="A team lead decides first"):
            record_result(who, step=step, found=said(StepResult.SEEN_SAFE))


@pytest.mark.parametrize("kind", SHUT)
def test_an_alert_that_is_raised_later_shuts_as_well_and_a_lead_is_given_it(
    coordinator, team_lead, clockwork, contact, kind
):
    step = on(kind, contact, coordinator)
    assert step.owner_id != team_lead.user_id
    AlertFactory(person=contact.person, kind=AlertKind.SAFE_CONTACT)
    with pytest.raises(Refused, match="A team lead decides first"):
        record_result(coordinator, step=step, found=said(StepResult.SEEN_SAFE))
    wake_steps(clockwork)
    assert open_step(contact).owner_id == team_lead.user_id


@pytest.mark.parametrize("kind", SHUT)
def test_what_a_lead_opens_is_tried_by_who_takes_it(coordinator, link_worker, team_lead, contact, kind):
    AlertFactory(person=contact.person, kind=AlertKind.SAFE_CONTACT)
    on(kind, contact, coordinator)
    decide(team_lead, contact, kind)
    step = open_step(contact)
    assert step.owner_id == link_worker.user_id
    record_result(link_worker, step=step, found=said(StepResult.SEEN_SAFE))


@pytest.mark.parametrize("kind", SHUT)
def test_what_a_lead_keeps_shut_is_left_out_with_the_reason(coordinator, team_lead, contact, kind):
    AlertFactory(person=contact.person, kind=AlertKind.SAFE_CONTACT)
    on(kind, contact, coordinator)
    decide(team_lead, contact, reason="He opens her letters")
    left_out = LadderStep.objects.get(contact=contact, kind=kind)
    assert (left_out.result, left_out.words) == (StepResult.NOT_POSSIBLE, "He opens her letters")
    assert open_step(contact).kind not in SHUT


def test_a_newer_alert_shuts_again(coordinator, team_lead, contact):
    AlertFactory(person=contact.person, kind=AlertKind.SAFE_CONTACT)
    step = on(OtherWay.DOORSTEP, contact, coordinator)
    decide(team_lead, contact, OtherWay.DOORSTEP)
    AlertFactory(person=contact.person, kind=AlertKind.NOT_AT_HOME)
    with pytest.raises(Refused, match="A team lead decides first"):
        record_result(coordinator, step=step, found=said(StepResult.NOTHING))


def test_only_a_lead_decides_and_says_why(coordinator, team_lead, contact):
    AlertFactory(person=contact.person, kind=AlertKind.SAFE_CONTACT)
    with pytest.raises(NotAllowed):
        decide(coordinator, contact, OtherWay.DOORSTEP)
    with pytest.raises(Refused, match="Say why"):
        decide(team_lead, contact, OtherWay.DOORSTEP, reason=" ")


def test_a_way_that_others_see_can_always_be_shut(campaign):
    with pytest.raises(DatabaseError, match="can_be_shut"), transaction.atomic():
        LadderRung.objects.filter(kind=OtherWay.NEIGHBOUR).update(shut_by_safe_contact=False)


def test_nothing_is_said_of_others_on_the_number_until_a_lead_decides(campaign, contact, team_lead):
    other = CampaignContactFactory(campaign=campaign, number=contact.number)

    def offered():
        return list(others_on(campaign.team_id, campaign.pk, contact.phone_key).exclude(pk=contact.pk))

    assert offered() == [other]
    AlertFactory(person=other.person, kind=AlertKind.SAFE_CONTACT)
    assert offered() == []
    decide(team_lead, other, HOUSEHOLD)
    assert offered() == [other]


# Time.


def test_a_message_that_nobody_answers_leads_on_by_itself(coordinator, clockwork, contact):
    ContactDetail.objects.filter(pk=contact.number_id).update(may_text=True, kind=ContactKind.MOBILE)
    enter_ladder(coordinator, contact=contact)
    assert open_step(contact).kind == OtherWay.MESSAGE
    wake_steps(clockwork)
    assert open_step(contact).kind == OtherWay.MESSAGE
    LadderStep.objects.filter(result="").update(due_at=clock.now())
    for _ in range(2):
        wake_steps(clockwork)
        assert open_step(contact).kind == OtherWay.OTHER_NUMBERS
    assert CampaignMessage.objects.count() == 1


def test_an_owner_is_reminded_once_and_the_leads_the_day_after(coordinator, clockwork, contact):
    on(OtherWay.SURGERY, contact, coordinator)
    LadderStep.objects.filter(result="").update(due_at=clock.now())
    wake_steps(clockwork)
    wake_steps(clockwork)
    assert OutboxMessage.objects.count() == 1
    LadderStep.objects.filter(result="").update(reminded_at=clock.now() - timedelta(days=1, minutes=1))
    wake_steps(clockwork)
    assert OutboxMessage.objects.count() == 3
    assert contact.person.given_name not in "".join(MessageContent.objects.values_list("body", flat=True))


def test_the_work_of_somebody_who_left_goes_to_a_colleague(team, coordinator, clockwork, contact):
    step = on(OtherWay.OTHER_NUMBERS, contact, coordinator)
    stays = member(team, Role.COORDINATOR, "Stays Here")
    Membership.objects.filter(user_id=step.owner_id).update(ended_at=clock.now())
    wake_steps(clockwork)
    assert open_step(contact).owner_id == stays.user_id


# Nobody is lost.

results = st.lists(st.sampled_from(StepResult), max_size=14)


@given(results=results, is_alerted=st.booleans(), opens=st.sets(st.sampled_from(SHUT)))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_comes_of_it_everybody_is_done_or_has_an_owner_and_a_time(
    campaign, coordinator, team_lead, clockwork, results, is_alerted, opens
):
    contact = CampaignContactFactory(campaign=campaign)
    if is_alerted:
        AlertFactory(person=contact.person, kind=AlertKind.SAFE_CONTACT)
    enter_ladder(coordinator, contact=contact)
    for result in results:
        contact.refresh_from_db()
        if contact.state != QueueState.LADDER:
            break
        _try(coordinator, team_lead, contact, result, opens)
        wake_steps(clockwork)
    _assert_not_lost(contact, coordinator)


def _try(coordinator, team_lead, contact, result, opens):
    step = open_step(contact)
    given = said(result, authorised_by_id=team_lead.user_id)
    try:
        record_result(coordinator, step=step, found=given)
    except Refused as no:
        if "lead decides" in no.message:
            decide(team_lead, contact, *opens)
        else:
            assert result not in RESULTS[step.kind]


def _assert_not_lost(contact, coordinator):
    contact.refresh_from_db()
    assert list_unlooked_after(coordinator) == []
    if contact.state == QueueState.ENDED:
        assert contact.ending
    elif contact.state == QueueState.LADDER:
        step = open_step(contact)
        assert step.owner_id
        assert step.due_at == contact.wakes_at
    else:
        assert contact.state in {QueueState.READY, QueueState.RESTING}
        assert contact.phone_key
    assert CampaignContact.objects.exclude(state=QueueState.LADDER).filter(step_id__isnull=False).count() == 0
