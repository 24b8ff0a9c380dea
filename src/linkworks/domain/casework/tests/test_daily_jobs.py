from datetime import timedelta

import pytest

from linkworks.domain.casework.jobs.daily import hold_back_unsafe_reminders, raise_check_in_alarms
from linkworks.domain.casework.models import Appointment
from linkworks.domain.casework.tests.factories import AppointmentFactory, CaseFactory
from linkworks.foundation.core import clock
from linkworks.foundation.messaging.models import OutboxMessage

pytestmark = pytest.mark.django_db


def test_the_jobs_serve_every_team_and_may_run_twice(team, link_worker, team_lead, other_team):
    past = clock.now() - timedelta(minutes=1)
    AppointmentFactory(
        case=CaseFactory(team=team, worker_id=link_worker.user_id),
        worker_id=link_worker.user_id,
        starts_at=past - timedelta(hours=1),
        check_in_by=past,
    )
    for _ in range(2):
        raise_check_in_alarms(0)
        hold_back_unsafe_reminders(0)
    assert Appointment.objects.get().alarm_raised_at
    assert OutboxMessage.objects.count() == 1
