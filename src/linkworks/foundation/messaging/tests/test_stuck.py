import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from conftest import member
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel, MessageStatus
from linkworks.foundation.messaging.models import OutboxMessage

pytestmark = pytest.mark.django_db
STUCK = reverse("messaging:stuck")


@pytest.fixture
def failed(link_worker) -> OutboxMessage:
    message = outbox.put(
        link_worker,
        team_id=link_worker.team_id,
        channel=Channel.EMAIL,
        recipient="rosa.marshall@example.org",
        subject="About Rosa",
        body="Rosa is well.",
        about_person_id=uuid4(),
    )
    message.change(status=MessageStatus.FAILED, attempts=6, last_problem="No space left on device.")
    return message


def job(task: str, status: str, minutes_ago: int = 0, **args) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status)"
            " VALUES ('default', %s, %s::jsonb, %s) RETURNING id",
            [task, json.dumps(args), status],
        )
        (made,) = cursor.fetchone()
        cursor.execute(
            "UPDATE procrastinate_events SET at = %s WHERE job_id = %s",
            [clock.now() - timedelta(minutes=minutes_ago), made],
        )
    return int(made)


def read(client) -> str:
    return client.get(STUCK).content.decode()


@pytest.mark.parametrize("who", ["team_lead", "administrator"])
def test_it_shows_how_a_message_stands_and_nothing_of_what_is_in_it(who, request, signed_in, failed):
    html = read(signed_in(request.getfixturevalue(who)))
    assert "No space left on device." in html
    assert "E-mail after 6 tries" in html
    for secret in ("Rosa", "rosa.marshall", str(failed.content.about_person_id)):
        assert secret not in html


@pytest.mark.parametrize("who", ["link_worker", "coordinator", "commissioner"])
def test_nobody_else_sees_the_page(who, request, signed_in):
    assert signed_in(request.getfixturevalue(who)).get(STUCK).status_code == 403


def test_a_failed_message_is_tried_again(signed_in, team_lead, failed):
    response = signed_in(team_lead).post(reverse("messaging:retry_message", args=[failed.pk]), follow=True)
    failed.refresh_from_db()
    assert (failed.status, failed.attempts) == (MessageStatus.WAITING, 0)
    assert "The message is tried again now." in response.content.decode()
    assert ProcrastinateJob.objects.filter(args__message_id=str(failed.pk)).count() == 2
    assert ChangeEntry.objects.filter(event="message.retried", actor_user_id=team_lead.user_id).exists()


def test_a_message_that_has_left_is_not_sent_again(signed_in, team_lead, failed):
    failed.change(status=MessageStatus.SENT)
    response = signed_in(team_lead).post(reverse("messaging:retry_message", args=[failed.pk]), follow=True)
    assert "Nothing to try again: sent." in response.content.decode()


def test_another_teams_message_is_not_found(signed_in, other_team, failed):
    stranger = signed_in(member(other_team, Role.ADMINISTRATOR, "Stranger Jones"))
    assert stranger.post(reverse("messaging:retry_message", args=[failed.pk])).status_code == 404
    assert "No space left" not in read(stranger)


def test_a_failed_job_of_the_team_is_shown_and_tried_again(signed_in, team_lead, other_team):
    ours = job("messaging.send", "failed", team_id=str(team_lead.team_id))
    theirs = job("casework.remind", "failed", team_id=str(other_team.pk))
    client = signed_in(team_lead)
    html = read(client)
    assert "messaging.send" in html
    assert "casework.remind" not in html
    assert client.post(reverse("messaging:retry_job", args=[theirs])).status_code == 404
    client.post(reverse("messaging:retry_job", args=[ours]))
    assert ProcrastinateJob.objects.get(pk=ours).status == "todo"
    assert ProcrastinateJob.objects.get(pk=theirs).status == "failed"


def test_jobs_that_serve_every_team_are_the_administrators(signed_in, team_lead, administrator):
    job("config.requeue_stalled_jobs", "failed")
    assert "config.requeue" not in read(signed_in(team_lead))
    assert "config.requeue" in read(signed_in(administrator))


def test_a_timed_job_that_has_run_well_since_is_of_no_concern(signed_in, administrator):
    job("messaging.queue_forgotten", "failed")
    job("messaging.queue_forgotten", "succeeded")
    assert "Every job runs as it should." in read(signed_in(administrator))


def test_a_job_that_nobody_takes_is_told(signed_in, administrator):
    job("messaging.queue_forgotten", "todo", minutes_ago=20)
    job("config.forget_done_jobs", "todo", minutes_ago=2)
    html = read(signed_in(administrator))
    assert "Nobody takes it" in html
    assert "config.forget_done_jobs" not in html


def test_when_nothing_is_stuck_it_says_so(signed_in, team_lead):
    html = read(signed_in(team_lead))
    assert "0 messages wait to be sent. No message is stuck. No job is stuck." in html
