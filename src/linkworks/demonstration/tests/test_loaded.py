"""The whole demonstration, loaded once: does it follow the figures, and does it hold together?"""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import connection, transaction
from django.db.models import Count, F, Max

from linkworks.demonstration import cast
from linkworks.demonstration.load import load
from linkworks.demonstration.sign_ins import PASSWORD, TEAM
from linkworks.domain.casework.choices import AppointmentStatus, CaseStatus
from linkworks.domain.casework.models import (
    Allocation,
    Appointment,
    Case,
    CaseNote,
    Closure,
    CodedEntry,
    Contact,
    ContactAttempt,
    MeasureResponse,
    SafeguardingConcern,
    SafetyPath,
    Task,
)
from linkworks.domain.onward import ladder
from linkworks.domain.onward.choices import ALLOWED_MOVES as ONWARD_MOVES
from linkworks.domain.onward.choices import LADDER, WAITING_ON_THEM, Choice, OnwardStatus, Rung
from linkworks.domain.onward.models import (
    ClientChoice,
    OnwardOutcome,
    OnwardReferral,
    OnwardStep,
    Option,
    OptionsSheet,
    Signposting,
)
from linkworks.domain.people.models import (
    Adjustment,
    Alert,
    ContactDetail,
    Person,
    Practice,
    RelatedPerson,
    Restriction,
)
from linkworks.domain.referrals.choices import ALLOWED_MOVES, ReferralSource, ReferralStatus
from linkworks.domain.referrals.models import Referral, ReferralStep
from linkworks.domain.referrals.selectors.look_alikes import find_look_alikes
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Team, User
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.clock import LONDON, day_of
from linkworks.foundation.core.nhs_number import is_test_number
from linkworks.foundation.core.phone import Phone, parse_phone

DAY = date(2026, 11, 18)
WEEKEND = 5


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker):
    """Loading takes seconds, so every test here reads the same rows, which are rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(DAY)
        team = Team.objects.get(slug="lewisham")
        actor = Actor.system("test", team.pk)
        with acting(actor):
            yield actor
        transaction.set_rollback(True)


def share(part: int, whole: int) -> float:
    return part / whole


def test_every_key_points_at_a_row(loaded):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_980_people_are_referred_over_nine_months_about_105_a_month(loaded):
    received = Counter(day_of(moment) for moment in Referral.objects.values_list("received_at", flat=True))
    assert sum(received.values()) == 980
    assert DAY - timedelta(days=274) < min(received) < max(received) < DAY
    months = [sum(count for day, count in received.items() if 0 < (DAY - day).days - 30 * n <= 30) for n in range(9)]
    assert all(85 <= month <= 130 for month in months), months
    assert share(sum(count for day, count in received.items() if day.weekday() >= WEEKEND), 980) < 0.06


def test_most_come_from_practices_and_for_the_reasons_that_the_team_names(loaded):
    sources = Counter(Referral.objects.values_list("source", flat=True))
    assert 0.55 < share(sources[ReferralSource.PRACTICE], 980) < 0.69
    assert len(sources) >= 10
    reasons = Counter(reasons[0] for reasons in Referral.objects.values_list("reasons", flat=True))
    assert [reason for reason, _ in reasons.most_common(5)] == [
        "mental_health",
        "loneliness",
        "benefits",
        "housing",
        "employment",
    ]


def test_caseloads_are_about_forty_at_most(loaded):
    open_cases = Allocation.objects.filter(ended_at__isnull=True).exclude(case__status=CaseStatus.CLOSED)
    loads = Counter(open_cases.values_list("worker__name", flat=True))
    assert len(loads) == 9
    assert max(loads.values()) <= 40
    assert sum(loads.values()) >= 9 * 25
    assert all(count == 1 for count in Counter(open_cases.values_list("case_id", flat=True)).values())
    assert open_cases.count() == Case.objects.exclude(status=CaseStatus.CLOSED).count()


def test_full_support_takes_six_to_twelve_conversations_over_about_three_months(loaded):
    wanted = ("goals_reached", "enough_for_now", "handed_on")
    closed = Case.objects.filter(support_level="full", closures__reason__in=wanted).annotate(many=Count("contacts"))
    counts = [case.many for case in closed]
    assert 6 <= min(counts) <= max(counts) <= 12
    days = [(case.closed_at - case.opened_at).days for case in closed]
    assert 85 <= sum(days) / len(days) <= 125


def test_onward_work_keeps_the_proportions(loaded):
    contacts, onward, signposts = Contact.objects.count(), OnwardReferral.objects.count(), Signposting.objects.count()
    assert contacts / onward == pytest.approx(4.8, rel=0.08)
    assert signposts / onward == pytest.approx(1.7, rel=0.08)


def test_most_who_try_get_through_fewer_receive_help_and_about_36_in_a_hundred_are_helped(loaded):
    told = defaultdict(list)
    for outcome in OnwardOutcome.objects.all():
        told[outcome.option_id].append(outcome)
    climbed = Counter(step.rung for outcomes in told.values() for step in ladder.progress(outcomes).climbed)
    shares = [share(climbed[rung], len(told)) for rung in LADDER]
    assert shares == [pytest.approx(wanted, abs=0.06) for wanted in (0.91, 0.82, 0.55, 0.36)]


def test_some_workers_never_write_down_what_became_of_it(loaded):
    wrote = Counter(OnwardOutcome.objects.values_list("by__name", flat=True))
    workers = [sign_in.name for sign_in in TEAM if sign_in.networks]
    silent = [name for name in workers if wrote[name] < 0.02 * sum(wrote.values())]
    assert share(len(silent), len(workers)) == pytest.approx(0.28, abs=0.08)


def test_measures_come_in_pairs_with_gaps(loaded):
    points = defaultdict(set)
    answered = MeasureResponse.objects.filter(instrument="ons4", not_asked="")
    for case_id, point in answered.values_list("case_id", "point"):
        points[case_id].add(point)
    paired = sum(both == {"first", "last"} for both in points.values())
    assert 0.2 < share(paired, len(points)) < 0.6
    assert MeasureResponse.objects.exclude(not_asked="").count() > 50


def test_referrals_and_onward_referrals_make_allowed_moves_only(loaded):
    for model, key, moves, kind in (
        (ReferralStep, "referral_id", ALLOWED_MOVES, ReferralStatus),
        (OnwardStep, "onward_referral_id", ONWARD_MOVES, OnwardStatus),
    ):
        steps = defaultdict(list)
        for step in model.objects.order_by("at", "created_at"):
            steps[getattr(step, key)].append(kind(step.status))
        for made in steps.values():
            assert all(after in moves[before] for before, after in pairwise(made)), made


def test_the_newest_step_is_where_a_referral_stands(loaded):
    for referral in Referral.objects.prefetch_related("steps"):
        assert max(referral.steps.all(), key=lambda step: step.at).status == referral.status


def test_every_case_knows_its_newest_contact(loaded):
    spoken = Case.objects.annotate(newest=Max("contacts__at")).filter(newest__isnull=False)
    assert spoken.count() > 500
    assert not spoken.exclude(last_contact_at=F("newest")).exists()


def test_nothing_is_said_before_the_referral_or_after_closing(loaded):
    for model in (Contact, ContactAttempt, CaseNote):
        assert not model.objects.filter(at__lt=F("case__referral__received_at")).exists()
        assert not model.objects.filter(at__gt=F("case__closed_at")).exists()
    assert not Case.objects.filter(opened_at__lt=F("referral__received_at")).exists()
    written = ChangeEntry.objects.exclude(event__startswith="import.")
    assert not written.filter(at__date__gte=DAY).exists()


def test_the_ladder_has_no_objection_to_what_was_told(loaded):
    for option in Option.objects.prefetch_related("outcomes"):
        told = sorted(option.outcomes.all(), key=lambda outcome: outcome.created_at)
        for number, outcome in enumerate(told):
            if outcome.rung:
                assert ladder.objection(told[:number], Rung(outcome.rung), day_of(outcome.at)) is None


def test_conversations_are_in_the_week_and_no_worker_is_in_two_places(loaded):
    moments = [moment.astimezone(LONDON) for moment in Contact.objects.values_list("at", flat=True)]
    assert share(sum(moment.weekday() >= WEEKEND for moment in moments), len(moments)) < 0.02
    slots = Counter(Appointment.objects.values_list("worker_id", "starts_at"))
    assert max(slots.values()) == 1


def test_nobody_can_be_rung_or_written_to_and_no_nhs_number_is_anybodys(loaded):
    telephones = {
        *ContactDetail.objects.exclude(kind="email").values_list("value", flat=True),
        *Referral.objects.values_list("telephone", flat=True),
        *RelatedPerson.objects.values_list("telephone", flat=True),
        *Practice.objects.values_list("telephone", flat=True),
    } - {""}
    assert telephones
    assert all(Phone(number).is_drama for number in telephones)
    assert all(parse_phone(team.telephone).is_drama for team in Team.objects.all())
    assert all(map(is_test_number, Person.objects.exclude(nhs_number="").values_list("nhs_number", flat=True)))
    addresses = {
        *ContactDetail.objects.filter(kind="email").values_list("value", flat=True),
        *Referral.objects.exclude(email="").values_list("email", flat=True),
        *Referral.objects.exclude(referrer_email="").values_list("referrer_email", flat=True),
        *OnwardReferral.objects.exclude(address="").values_list("address", flat=True),
        *User.objects.values_list("email", flat=True),
    }
    assert all(address.endswith("@example.org") for address in addresses)


def test_the_day_is_alive(loaded):
    tomorrow = DAY + timedelta(days=1)
    today = Appointment.objects.filter(starts_at__date=DAY, status=AppointmentStatus.BOOKED)
    worker = User.objects.get(email="link.worker@example.org")
    assert today.filter(worker=worker).count() >= 4
    assert Case.objects.filter(
        first_contact_at__isnull=True, allocations__worker=worker, first_contact_due__lte=tomorrow + timedelta(days=7)
    ).exclude(status=CaseStatus.CLOSED)
    assert Task.objects.filter(done_at__isnull=True, due_on__lt=DAY, worker=worker).exists()
    assert Referral.objects.filter(status=ReferralStatus.RECEIVED).count() >= 5
    assert Referral.objects.filter(status=ReferralStatus.RETURNED).exists()
    assert Case.objects.filter(status=CaseStatus.ON_HOLD).exists()
    assert Option.objects.filter(choice=Choice.NO).count() > 100
    silent = OnwardReferral.objects.filter(status__in=WAITING_ON_THEM).exclude(case__status=CaseStatus.CLOSED)
    assert silent.filter(case__allocations__worker=worker, status_since__date__lte=DAY - timedelta(days=20)).exists()
    assert Closure.objects.filter(reason="declined").exists()
    assert CodedEntry.objects.filter(meaning="declined").exists()


def test_the_cast_is_there(loaded):
    hard_of_hearing = Person.objects.get(family_name="Alleyne", given_name="Winifred")
    assert Adjustment.objects.filter(person=hard_of_hearing, kind="hearing").exists()
    assert Alert.objects.filter(person=hard_of_hearing, kind="no_voicemail").exists()
    assert Restriction.objects.get().ended_at is None
    assert SafeguardingConcern.objects.get().status == "acknowledged"
    assert SafetyPath.objects.get().ended_at is None
    undecided = Referral.objects.get(person__isnull=True)
    (alike,) = find_look_alikes(loaded, undecided)
    assert alike.person.given_name == "Katarzyna"
    assert {part.name for part in cast.PARTS} >= {cast.KNOWN, cast.SAFETY}


def test_no_text_was_left_with_a_gap_in_it(loaded):
    for body in CaseNote.objects.values_list("body", flat=True):
        assert "{" not in body
        assert "  " not in body
        assert not body.startswith("(")


def test_the_ready_made_sign_ins_open_and_another_team_is_there(loaded):
    for sign_in in TEAM[:1]:
        user = User.objects.get(email=sign_in.email)
        assert user.is_demonstration
        assert user.check_password(PASSWORD)
    other = Team.objects.get(slug="thamesmead")
    with acting(Actor.system("test", other.pk)):
        assert Referral.objects.count() == 36
        assert Case.objects.exclude(status=CaseStatus.CLOSED).exists()


def test_people_have_answered_on_their_own_sheets(loaded):
    sheets = OptionsSheet.objects.order_by("made_at")
    assert sheets.filter(first_opened_at__isnull=True).exists()
    answers = ClientChoice.objects.filter(sheet__isnull=False)
    assert set(answers.values_list("choice", flat=True)) == {Choice.YES, Choice.TELL_ME_MORE}
    assert all(answer.by_id is None and answer.at == answer.option.chosen_at for answer in answers)
    assert all(sheet.entries.exists() for sheet in sheets)
