import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.actions.imports.read import READ_FEED
from linkworks.domain.directory.jobs import read_feed
from linkworks.domain.directory.models import DirectoryImport, LocalEdit, Service
from linkworks.domain.directory.tests.imports.reading import import_records, read_records
from linkworks.foundation.imports.choices import BatchState

pytestmark = pytest.mark.django_db

NEW = "/directory/imports/new"
GOOD = {"id": "s1", "name": "Lunch club", "status": "Open", "fees": "£3"}


def text(response):
    return response.content.decode()


def address(name, batch, *more):
    return reverse(f"directory:{name}", args=[batch.pk, *more])


def upload(client, *records, name="services.json"):
    file = SimpleUploadedFile(name, json.dumps(records).encode())
    return client.post(NEW, {"name": "Council", "file": file}, follow=True)


def test_a_coordinator_brings_a_file_looks_commits_and_undoes(signed_in, coordinator):
    client = signed_in(coordinator)
    html = text(upload(client, GOOD, {"id": "s2"}))
    batch = DirectoryImport.objects.get()
    for part in ("Import of Council", "Commit this import", "Lunch club"):
        assert part in html
    assert "It has no name." in text(client.get(address("import", batch), {"show": "held"}))
    assert "is taken for active" in text(client.get(address("import", batch), {"show": "mended"}))
    html = text(client.post(address("import_commit", batch), follow=True))
    assert "The directory follows this import now: 1 new, 0 changed and 0 gone services." in html
    assert Service.objects.get().name == "Lunch club"
    assert "as it was before" in text(client.post(address("import_undo", batch), follow=True))
    assert not Service.objects.exists()


def test_a_row_shows_what_came_and_what_changes(signed_in, coordinator):
    import_records(coordinator, GOOD)
    batch = read_records(coordinator, GOOD | {"fees": "£4", "odd": "<script>alert(1)</script>"})
    html = text(signed_in(coordinator).get(address("import_row", batch, batch.rows.get(kind="service").number)))
    assert "£3" in html
    assert "£4" in html
    assert "<script>alert(1)" not in html


def test_a_file_that_cannot_be_read_is_an_import_that_says_why(signed_in, coordinator):
    client = signed_in(coordinator)
    file = SimpleUploadedFile("services.json", b'[{"id": "s1", "name": "A"')
    html = text(client.post(NEW, {"name": "Council", "file": file, "feed_format": "oruk3"}, follow=True))
    assert "ends in the middle of a record" in html
    assert "Commit this import" not in html


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"name": "", "url": "https://x.example"}, "Say what the source is called"),
        ({"name": "Council"}, "Bring a file, or give the address of a feed"),
        ({"name": "Council", "url": "x.example"}, "beginning with https://"),
    ],
)
def test_a_form_that_makes_no_sense_is_answered(signed_in, coordinator, answer, sentence):
    response = signed_in(coordinator).post(NEW, answer)
    assert response.status_code == 422
    assert sentence in text(response)


def test_a_file_in_no_known_format_is_answered_on_the_form(signed_in, coordinator):
    response = upload(signed_in(coordinator), "just words")
    assert response.status_code == 422
    assert "in no format that we know" in text(response)


def test_a_feed_is_read_by_a_job_once(signed_in, coordinator):
    client = signed_in(coordinator)
    html = text(client.post(NEW, {"name": "Council", "url": "http://127.0.0.1:1/feed"}, follow=True))
    assert "Look again" in html
    job = ProcrastinateJob.objects.get(task_name=READ_FEED)
    read_feed(**job.args)
    read_feed(**job.args)
    batch = DirectoryImport.objects.get()
    assert batch.state == BatchState.REFUSED
    assert "inside our own network" in batch.problems[-1]


def test_after_which_most_would_be_gone_the_page_asks(signed_in, coordinator):
    import_records(coordinator, *({"id": f"s{n}", "name": f"Club {n}", "status": "active"} for n in range(9)))
    batch = read_records(coordinator, {"id": "s1", "name": "Club 1", "status": "active"})
    client = signed_in(coordinator)
    assert client.post(address("import_commit", batch)).status_code == 422
    client.post(address("import_commit", batch), {"most_may_go": "on"})
    assert Service.objects.listed().count() == 1


def test_a_clash_is_settled_by_a_press(signed_in, coordinator, link_worker):
    import_records(coordinator, GOOD)
    entry = Service.objects.get()
    edit_entry(link_worker, entry=entry, changes={"fees": "Free"})
    import_records(coordinator, GOOD | {"fees": "£4"})
    edit = LocalEdit.objects.get()
    client = signed_in(link_worker)
    html = text(client.get("/directory/clashes"))
    assert "Lunch club" in html
    assert "£4" in html
    client.post(reverse("directory:clash_follow", args=[edit.pk]))
    entry.refresh_from_db()
    assert entry.cost == "£4"
    assert "Nothing waits" in text(client.get("/directory/clashes"))
    assert client.post(reverse("directory:clash_keep", args=[edit.pk])).status_code == 404


@pytest.mark.parametrize("who", ["link_worker", "commissioner"])
def test_who_may_not_import_sees_no_import(signed_in, coordinator, who, request):
    batch = read_records(coordinator, GOOD)
    client = signed_in(request.getfixturevalue(who))
    for page in ("/directory/imports", NEW, address("import", batch), address("import_commit", batch)):
        assert client.get(page).status_code == 403
