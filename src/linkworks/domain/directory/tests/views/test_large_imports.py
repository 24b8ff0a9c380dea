"""Imports too large to be written while somebody waits for the page."""

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.actions.imports import ask
from linkworks.domain.directory.jobs import commit_large_import, undo_large_import
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.tests.imports.reading import read_records
from linkworks.foundation.imports.choices import BatchState

pytestmark = pytest.mark.django_db

GOOD = {"id": "s1", "name": "Lunch club", "status": "active"}


@pytest.fixture(autouse=True)
def _all_are_large(monkeypatch):
    monkeypatch.setattr(ask, "MOST_AT_ONCE", 0)


@pytest.fixture
def batch(coordinator):
    return read_records(coordinator, GOOD)


def press(client, name, batch):
    return client.post(reverse(f"directory:{name}", args=[batch.pk]), follow=True).content.decode()


def run(job, task):
    asked = ProcrastinateJob.objects.get(task_name=task)
    job(**asked.args)
    job(**asked.args)


def test_it_is_committed_and_undone_by_jobs_in_the_name_of_who_asked(signed_in, coordinator, batch):
    client = signed_in(coordinator)
    html = press(client, "import_commit", batch)
    assert "Being committed" in html
    assert "2 records are being written, which takes up to 1 minute" in html
    assert "Commit this import" not in html
    assert not Service.objects.exists()
    run(commit_large_import, ask.COMMIT)
    batch.refresh_from_db()
    assert (batch.state, batch.committed_by) == (BatchState.COMMITTED, coordinator.name)
    assert Service.objects.get().name == "Lunch club"
    assert "Being undone" in press(client, "import_undo", batch)
    run(undo_large_import, ask.UNDO)
    batch.refresh_from_db()
    assert (batch.state, batch.undone_by) == (BatchState.UNDONE, coordinator.name)
    assert not Service.objects.exists()


def test_while_it_is_being_done_it_cannot_be_asked_for_again(signed_in, coordinator, batch):
    client = signed_in(coordinator)
    press(client, "import_commit", batch)
    assert client.post(reverse("directory:import_commit", args=[batch.pk])).status_code == 422
    assert ProcrastinateJob.objects.filter(task_name=ask.COMMIT).count() == 1


def test_what_comes_between_is_said_on_the_page_and_the_import_stands_where_it_stood(
    signed_in, coordinator, link_worker, batch
):
    client = signed_in(coordinator)
    press(client, "import_commit", batch)
    run(commit_large_import, ask.COMMIT)
    press(client, "import_undo", batch)
    edit_entry(link_worker, entry=Service.objects.get(), changes={"fees": "Free"})
    run(undo_large_import, ask.UNDO)
    html = client.get(reverse("directory:import", args=[batch.pk])).content.decode()
    assert "Somebody has edited entries" in html
    assert "Undo this import" in html
    assert Service.objects.exists()


def test_what_breaks_is_put_back_and_told(signed_in, coordinator, batch, monkeypatch):
    press(signed_in(coordinator), "import_commit", batch)
    monkeypatch.setattr("linkworks.domain.directory.actions.imports.commit.write", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        commit_large_import(str(batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.committed_by) == (BatchState.READY, "")
    assert "Try again" in batch.problems[-1]
