from datetime import timedelta
from uuid import uuid4

import pytest
from asgiref.sync import async_to_sync
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging import jobs, outbox, sending
from linkworks.foundation.messaging.choices import Channel, MessageStatus
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage
from linkworks.foundation.messaging.transports import TransportError


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MESSAGE_TRANSPORT = "file"
    settings.MESSAGE_FOLDER = tmp_path / "messages"
    return settings.MESSAGE_FOLDER


def put(actor, **changes) -> OutboxMessage:
    given = {
        "team_id": actor.team_id,
        "channel": Channel.EMAIL,
        "recipient": "reception@practice.example",
        "subject": "Support has ended",
        "body": "Support has ended.",
    }
    return outbox.put(actor, **(given | changes))


def sends(message) -> list[ProcrastinateJob]:
    return list(ProcrastinateJob.objects.filter(task_name=outbox.SEND, args__message_id=str(message.pk)))


@pytest.mark.django_db
def test_a_message_is_written_with_the_job_that_sends_it(link_worker):
    message = put(link_worker)
    assert message.status == MessageStatus.WAITING
    assert [job.args["team_id"] for job in sends(message)] == [str(link_worker.team_id)]


@pytest.mark.django_db
def test_sending_twice_sends_once(link_worker, folder):
    message = put(link_worker, attachment=b"%PDF-", attachment_name="summary.pdf")
    for _ in range(2):
        sending.send(link_worker, message_id=message.pk)
    message.refresh_from_db()
    assert (message.status, message.attempts) == (MessageStatus.SENT, 1)
    assert [file.name for file in folder.iterdir()] == [f"{message.pk}.eml"]


@pytest.mark.django_db
def test_a_message_waits_for_its_time(link_worker, folder):
    message = put(link_worker, not_before=clock.now() + timedelta(hours=1))
    sending.send(link_worker, message_id=message.pk)
    message.refresh_from_db()
    assert message.status == MessageStatus.WAITING
    assert sends(message)[0].scheduled_at == message.not_before


@pytest.mark.django_db
def test_a_failure_is_tried_again_later_and_later_and_then_given_up(link_worker, monkeypatch):
    def refuse(self, message):
        raise TransportError("The message folder could not be written: No space left on device.")

    monkeypatch.setattr("linkworks.foundation.messaging.transports.file.client.Client.send", refuse)
    message = put(link_worker)
    waits = []
    for _ in range(len(sending.WAITS)):
        sending.send(link_worker, message_id=message.pk)
        message.refresh_from_db()
        assert message.status == MessageStatus.WAITING
        waits.append(message.not_before - clock.now())
        message.change(not_before=clock.now())
    assert waits == sorted(waits)
    sending.send(link_worker, message_id=message.pk)
    message.refresh_from_db()
    assert (message.status, message.attempts) == (MessageStatus.FAILED, len(sending.WAITS) + 1)
    assert "No space left" in message.last_problem


@pytest.mark.django_db
def test_a_waiting_message_can_be_cancelled_and_a_sent_one_cannot(link_worker, folder):
    held, gone = put(link_worker), put(link_worker)
    sending.send(link_worker, message_id=gone.pk)
    assert outbox.cancel(link_worker, message_id=held.pk)
    assert not outbox.cancel(link_worker, message_id=gone.pk)
    sending.send(link_worker, message_id=held.pk)
    held.refresh_from_db()
    assert held.status == MessageStatus.CANCELLED
    assert [file.name for file in folder.iterdir()] == [f"{gone.pk}.eml"]


@pytest.mark.django_db
def test_another_teams_message_can_be_neither_seen_nor_cancelled(link_worker, other_team_worker):
    message = put(link_worker)
    with acting(other_team_worker):
        assert not OutboxMessage.objects.exists()
        assert not outbox.cancel(other_team_worker, message_id=message.pk)


@pytest.mark.django_db
def test_those_who_see_no_people_see_the_envelope_and_not_what_is_in_it(link_worker, administrator):
    put(link_worker, about_person_id=uuid4())
    with acting(administrator):
        assert OutboxMessage.objects.exists()
        assert not MessageContent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_fails_leaves_neither_message_nor_job(link_worker):
    with pytest.raises(RuntimeError):
        _put_and_stop(link_worker)
    with acting(link_worker):
        assert not OutboxMessage.objects.exists()
    assert not ProcrastinateJob.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_message_that_another_worker_holds_is_left_to_it(link_worker, folder):
    with acting(link_worker):
        message = put(link_worker)
    with acting(link_worker):
        OutboxMessage.objects.select_for_update().get(pk=message.pk)
        _in_another_connection(lambda: jobs.send_message(str(link_worker.team_id), str(message.pk)))
        assert not folder.exists()
    jobs.send_message(str(link_worker.team_id), str(message.pk))
    assert [file.name for file in folder.iterdir()] == [f"{message.pk}.eml"]


@pytest.mark.django_db(transaction=True)
def test_a_forgotten_message_is_queued_again(link_worker):
    with acting(link_worker):
        message = put(link_worker)
        recent = put(link_worker)
        OutboxMessage.objects.filter(pk=message.pk).update(created_at=clock.now() - timedelta(hours=1))
    jobs.queue_forgotten_messages(0)
    assert (len(sends(message)), len(sends(recent))) == (2, 1)


def _put_and_stop(actor) -> None:
    with acting(actor):
        put(actor)
        raise RuntimeError("the machine stopped here")


def _in_another_connection(deed) -> None:
    from threading import Thread

    from django.db import connection

    def run():
        try:
            deed()
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join()


@pytest.mark.django_db
def test_a_system_job_may_write_to_the_outbox(team):
    with transaction.atomic():
        assert put(Actor.system("casework.remind", team.pk)).pk


@pytest.mark.django_db(transaction=True)
def test_the_job_worker_sends_what_waits(link_worker, folder):
    with acting(link_worker):
        message = put(link_worker)
    run_the_worker()
    assert [file.name for file in folder.iterdir()] == [f"{message.pk}.eml"]
    with acting(link_worker):
        message.refresh_from_db()
        assert message.status == MessageStatus.SENT


@async_to_sync
async def run_the_worker() -> None:
    """As in earnest, until nothing is left to do."""
    with app.replace_connector(app.connector.get_worker_connector()):
        async with app.open_async():
            await app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)
