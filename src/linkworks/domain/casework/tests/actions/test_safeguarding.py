from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from linkworks.domain.casework.actions.safeguarding import (
    acknowledge_concern,
    close_concern,
    name_safeguarding_lead,
    raise_concern,
    record_concern_deed,
    remind_of_concern,
)
from linkworks.domain.casework.choices import ConcernDeed, ConcernStatus
from linkworks.domain.casework.jobs.safeguarding import remind_of_concerns
from linkworks.domain.casework.models import SafeguardingConcern, SafeguardingStep
from linkworks.domain.casework.selectors.safeguarding import (
    get_concern,
    list_concerns_that_wait_for,
    why_case_waits_for_concern,
)
from linkworks.domain.casework.tests.factories import CaseFactory, SafeguardingConcernFactory
from linkworks.domain.people.models import Restriction
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, NotFound, ReasonNeeded, Refused
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def rota(team_lead, coordinator):
    return name_safeguarding_lead(team_lead, lead_id=team_lead.user_id, deputy_id=coordinator.user_id)


def raised(actor, case, **values) -> SafeguardingConcern:
    given = {
        "immediate_danger": False,
        "emergency_called": False,
        "what": "Her nephew keeps her pension book.",
        "wishes_asked": True,
        "wishes": "She wants him to stop.",
    }
    return raise_concern(actor, case=case, **(given | values))


def told() -> list[str]:
    addresses = MessageContent.objects.order_by("created_at").values_list("recipient", flat=True)
    return [User.objects.get(email=address).name for address in addresses]


def make_due(concern) -> None:
    SafeguardingConcern.objects.filter(pk=concern.pk).update(next_reminder_at=clock.now())


def test_the_lead_and_the_deputy_are_told_at_once_and_without_a_name(case, rota, link_worker, team_lead, coordinator):
    concern = raised(link_worker, case)
    assert (concern.lead_id, concern.deputy_id) == (team_lead.user_id, coordinator.user_id)
    assert told() == ["Carol Whitfield", "Dev Patel"]
    for content in MessageContent.objects.all():
        assert case.person.family_name not in content.subject + content.body
        assert "pension" not in content.body
    for actor in (team_lead, coordinator):
        assert list(list_concerns_that_wait_for(actor)) == [concern]
    assert not list_concerns_that_wait_for(link_worker).exists()


@pytest.mark.usefixtures("second_worker", "coordinator", "team_lead")
def test_without_a_rota_the_next_in_line_is_told(case, link_worker):
    concern = raised(link_worker, case)
    assert [concern.lead.name, concern.deputy.name] == ["Carol Whitfield", "Dev Patel"]


def test_a_worker_alone_in_the_team_is_told_rather_than_nobody(case, link_worker):
    concern = raised(link_worker, case)
    assert concern.lead_id == concern.deputy_id == link_worker.user_id
    assert told() == ["Amina Yusuf"]


@pytest.mark.usefixtures("rota", "second_worker")
def test_somebody_who_has_left_is_not_told(case, link_worker, team_lead):
    Membership.objects.filter(user_id=team_lead.user_id).update(ended_at=clock.now())
    concern = raised(link_worker, case)
    assert [concern.lead.name, concern.deputy.name] == ["Dev Patel", "Ben Okafor"]


@pytest.mark.usefixtures("rota")
def test_somebody_from_whom_the_person_is_hidden_is_not_told(case, link_worker, team_lead, coordinator):
    Restriction.objects.create(
        team=case.team,
        person=case.person,
        staff_ids=[link_worker.user_id, coordinator.user_id],
        reason="Related to the lead",
        placed_by_id=coordinator.user_id,
    )
    concern = raised(link_worker, case)
    assert told() == ["Dev Patel", "Amina Yusuf"]
    with acting(team_lead):
        assert not SafeguardingConcern.objects.filter(pk=concern.pk).exists()


@pytest.mark.parametrize(("asked", "field"), [(True, "wishes"), (False, "why_not_asked")])
def test_the_wishes_are_written_down_or_why_they_were_not_asked(case, link_worker, asked, field):
    with pytest.raises(Refused) as refusal:
        raised(link_worker, case, wishes_asked=asked, wishes=" ")
    assert refusal.value.field == field


def test_reminders_reach_more_people_until_somebody_acknowledges(
    team, case, link_worker, team_lead, coordinator, second_worker
):
    name_safeguarding_lead(team_lead, lead_id=second_worker.user_id, deputy_id=coordinator.user_id)
    concern = raised(link_worker, case)
    job = Actor.system("test", team.pk)
    assert not remind_of_concern(job, concern_id=concern.pk)

    waits = []
    for _ in range(5):
        make_due(concern)
        assert remind_of_concern(job, concern_id=concern.pk)
        concern.refresh_from_db()
        waits.append(round((concern.next_reminder_at - clock.now()) / timedelta(hours=1)))
    assert waits == [1, 2, 4, 4, 4]
    assert told()[:4] == ["Ben Okafor", "Dev Patel"] * 2
    assert sorted(told()[4:7]) == ["Ben Okafor", "Carol Whitfield", "Dev Patel"]
    assert concern in list_concerns_that_wait_for(team_lead)

    acknowledge_concern(team_lead, concern=concern, words="I am ringing Amina now.")
    assert not remind_of_concern(job, concern_id=concern.pk)
    assert concern.status == ConcernStatus.ACKNOWLEDGED


@pytest.mark.usefixtures("rota")
def test_a_concern_never_closes_by_itself(case, link_worker, team_lead):
    concern = raised(link_worker, case)
    acknowledge_concern(team_lead, concern=concern, words="")
    SafeguardingConcern.objects.update(created_at=clock.now() - timedelta(days=400))
    remind_of_concerns(0)
    concern.refresh_from_db()
    assert concern.status == ConcernStatus.ACKNOWLEDGED


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("team_lead")
def test_the_job_is_safe_to_run_twice(team, link_worker):
    with acting(link_worker):
        concern = raised(link_worker, CaseFactory(team=team))
        make_due(concern)
    remind_of_concerns(0)
    remind_of_concerns(0)
    with acting(link_worker):
        concern.refresh_from_db()
        assert concern.reminders == 1
        assert SafeguardingStep.objects.get(deed=ConcernDeed.REMINDED).by_id is None


@pytest.mark.django_db(transaction=True)
def test_a_concern_of_which_nobody_could_be_told_is_not_half_made(team, link_worker, monkeypatch):
    def stop(*args, **kwargs):
        raise RuntimeError("the machine stopped here")

    def raise_in_a_transaction():
        with acting(link_worker):
            raised(link_worker, case)

    with acting(link_worker):
        case = CaseFactory(team=team)
    monkeypatch.setattr("linkworks.foundation.messaging.outbox.put", stop)
    with pytest.raises(RuntimeError):
        raise_in_a_transaction()
    with acting(link_worker):
        assert not SafeguardingConcern.objects.exists()


@pytest.mark.usefixtures("rota")
def test_sharing_names_with_whom_and_without_consent_needs_the_reason(case, link_worker):
    shared = {"concern": raised(link_worker, case), "deed": ConcernDeed.SHARED_WITHOUT_CONSENT}
    with pytest.raises(Refused, match="with whom"):
        record_concern_deed(link_worker, **shared, words="She could be hurt.")
    with pytest.raises(Refused, match="without consent"):
        record_concern_deed(link_worker, **shared, with_whom="Adult social care", words="")
    record_concern_deed(link_worker, **shared, with_whom="Adult social care", words="She could be hurt.")
    step = SafeguardingStep.objects.get()
    assert (step.with_whom, step.words) == ("Adult social care", "She could be hurt.")


@pytest.mark.usefixtures("rota")
def test_only_the_lead_closes_and_in_words(case, link_worker, coordinator, team_lead):
    concern = raised(link_worker, case)
    for actor in (link_worker, coordinator, Actor.system("test", case.team_id)):
        with pytest.raises(NotAllowed):
            close_concern(actor, concern=concern, words="Done.")
    with pytest.raises(Refused, match="why the concern can close"):
        close_concern(team_lead, concern=concern, words="")
    assert why_case_waits_for_concern(link_worker, case)
    close_concern(team_lead, concern=concern, words="Social care has taken it on.")
    assert why_case_waits_for_concern(link_worker, case) is None
    with pytest.raises(Refused, match="is closed"):
        record_concern_deed(link_worker, concern=concern, deed=ConcernDeed.OTHER, words="More")


@pytest.mark.usefixtures("rota")
def test_steps_are_never_changed_or_deleted(case, link_worker):
    record_concern_deed(link_worker, concern=raised(link_worker, case), deed=ConcernDeed.OTHER, words="Rang her.")
    for deed in (lambda: SafeguardingStep.objects.update(words="x"), lambda: SafeguardingStep.objects.all().delete()):
        with pytest.raises(ProgrammingError), transaction.atomic():
            deed()


@pytest.mark.usefixtures("rota")
def test_those_who_were_told_open_it_without_another_reason(case, link_worker, second_worker, team_lead, coordinator):
    concern = raised(link_worker, case)
    for actor in (link_worker, team_lead, coordinator):
        assert get_concern(actor, case.pk, concern.pk) == concern
    with pytest.raises(ReasonNeeded):
        get_concern(second_worker, case.pk, concern.pk)


def test_nobody_else_finds_it(case, link_worker, team_lead, other_team_worker, commissioner):
    concern = SafeguardingConcernFactory(case=case, lead_id=team_lead.user_id, deputy_id=link_worker.user_id)
    for actor in (other_team_worker, commissioner):
        with acting(actor), pytest.raises(NotFound):
            get_concern(actor, case.pk, concern.pk)


def test_the_lead_and_the_deputy_are_two_people_of_the_team(team_lead, other_team_worker, commissioner):
    with pytest.raises(Refused, match="two different"):
        name_safeguarding_lead(team_lead, lead_id=team_lead.user_id, deputy_id=team_lead.user_id)
    for outsider in (other_team_worker, commissioner):
        with pytest.raises(Refused, match="work with clients"):
            name_safeguarding_lead(team_lead, lead_id=team_lead.user_id, deputy_id=outsider.user_id)


def test_naming_again_replaces_the_rota(rota, team_lead, coordinator, second_worker):
    again = name_safeguarding_lead(team_lead, lead_id=coordinator.user_id, deputy_id=second_worker.user_id)
    assert (again.pk, again.lead_id) == (rota.pk, coordinator.user_id)


@pytest.mark.parametrize("who", ["link_worker", "coordinator", "administrator"])
def test_nobody_but_the_team_lead_names_them(who, request, team_lead, second_worker):
    actor = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        name_safeguarding_lead(actor, lead_id=team_lead.user_id, deputy_id=second_worker.user_id)
