from random import Random

import numpy as np
import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.choices import ForGender, LiveState
from linkworks.domain.directory.models import Location, Service, ServiceAtLocation
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.actions.digest import DIGEST, digest_services
from linkworks.domain.onward.matching.eligibility import rule
from linkworks.domain.onward.matching.facts import ClientFacts, Place
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.models import ServiceDigest
from linkworks.domain.onward.selectors import kept_shelf as kept_shelf_module
from linkworks.domain.onward.selectors.facts import look_up
from linkworks.domain.onward.selectors.finding import Telling, find_options
from linkworks.domain.onward.selectors.kept_shelf import KeptShelf

STORY = Telling("Loves walking. The bailiffs are coming. Lonely since he lost his wife.")


@pytest.fixture
def kept(db):
    return KeptShelf()


@pytest.fixture(autouse=True)
def no_model(monkeypatch):
    monkeypatch.setattr(model, "encoder", lambda: None)


def up_to_date(kept: KeptShelf) -> KeptShelf:
    kept.bring_up_to_date()
    return kept


@pytest.mark.django_db
def test_whatever_the_shelf_holds_nobody_is_offered_what_the_law_refuses_now(case, link_worker, monkeypatch):
    """Every other time the shelf is left behind: what it remembers is then wrong, but the answer is not."""
    chance = Random("law")  # noqa: S311
    services = [ServiceFactory(categories=[chance.choice(("walking", "debt", "bereavement"))]) for _ in range(20)]
    find_options(link_worker, case, STORY)
    bring_up_to_date, client = KeptShelf.bring_up_to_date, ClientFacts(age=None, borough=case.team.area)
    for round_ in range(30):
        _change(chance, chance.choice(services))
        monkeypatch.setattr(KeptShelf, "bring_up_to_date", bring_up_to_date if round_ % 2 else lambda _: None)
        found = find_options(link_worker, case, STORY)
        now = look_up([str(service.pk) for service in services])

        refused = {id_ for id_, facts in now.items() if rule(facts, client, found.reading.people).person is None}
        offered = {option.service.id for option in found.options}
        assert not offered & refused
        assert not {one.service.id for one in found.not_offered} - refused
        if round_ % 2:
            assert offered == now.keys() - refused


def _change(chance: Random, service: Service) -> None:
    values = {
        "live_state": chance.choice(LiveState.values),
        "minimum_age": chance.choice((None, 18, 60, 90)),
        "maximum_age": chance.choice((None, 25, 70)),
        "gender": chance.choice(ForGender.values),
        "areas": chance.choice(([], ["Lewisham"], ["Leeds"])),
        "conditions_needed": chance.choice(([], ["bereaved"], ["veteran"])),
        "conditions_ruled_out": chance.choice(([], ["bereaved"])),
    }
    name = chance.choice(list(values))
    Service.objects.filter(pk=service.pk).update(**{name: values[name]})


@pytest.mark.django_db(transaction=True)
def test_only_what_was_written_since_is_read_again(kept, django_assert_num_queries):
    walks, _ = ServiceFactory(), ServiceFactory()
    digest_services()
    up_to_date(up_to_date(kept))
    with django_assert_num_queries(1):
        kept.bring_up_to_date()

    Service.objects.filter(pk=walks.pk).update(live_state=LiveState.FULL)
    read: list[str] = []
    original, kept._read = kept._read, lambda ids: (read.extend(ids), original(ids))
    kept.bring_up_to_date()

    assert read == [str(walks.pk)]
    assert len(kept.shelf) == 2


@pytest.mark.django_db(transaction=True)
def test_what_was_undone_leaves_nothing_behind(kept):
    walks = ServiceFactory(name="Strollers")
    assert state_of(walks, up_to_date(kept)) == "open"
    with transaction.atomic():
        Service.objects.filter(pk=walks.pk).update(live_state=LiveState.FULL)
        assert state_of(walks, up_to_date(kept)) == "full"
        transaction.set_rollback(True)

    assert state_of(walks, up_to_date(kept)) == "open"


def state_of(service: Service, kept: KeptShelf) -> str:
    shelf = kept.shelf
    return shelf.alike["state"].examples[shelf.column("state")[shelf.ids.index(str(service.pk))]].state


@pytest.mark.django_db
def test_a_place_that_moves_is_measured_anew(kept):
    place = Location.objects.create(latitude=51.4, longitude=0.0)
    ServiceAtLocation.objects.create(service=ServiceFactory(), location=place)
    assert up_to_date(kept).shelf.kilometres(Place(51.4, 0.0))[0] == pytest.approx(0, abs=0.01)

    Location.objects.filter(pk=place.pk).update(latitude=51.5)
    assert up_to_date(kept).shelf.kilometres(Place(51.4, 0.0))[0] == pytest.approx(11.1, abs=0.1)


@pytest.mark.django_db
def test_what_is_no_longer_listed_leaves_the_shelf(kept):
    gone, stays = ServiceFactory(), ServiceFactory()
    assert len(up_to_date(kept).shelf) == 2

    Service.objects.filter(pk=gone.pk).update(status="inactive")
    assert len(up_to_date(kept).shelf) == 1

    Service.objects.filter(pk=stays.pk).delete()
    assert not kept.look_up([str(stays.pk)], None)
    assert len(kept.shelf) == 0


@pytest.mark.django_db
def test_what_nobody_has_digested_is_said_to_be_missing_until_it_is(kept, monkeypatch):
    monkeypatch.setattr(kept_shelf_module, "ON_THE_SPOT", 1)
    ServiceFactory.create_batch(3)
    assert list(up_to_date(kept).notes(has_model=False)) == [
        "2 services are new or changed and still being read. They may be missing here."
    ]

    assert digest_services()
    assert list(up_to_date(kept).notes(has_model=False)) == []
    assert list(kept.notes(has_model=True)) == [
        "3 of 3 services are matched by words alone until the model has read them."
    ]


class Encoder:
    """Reads every text as the same arrow, and counts."""

    def __init__(self) -> None:
        self.read = 0

    def encode(self, texts):
        self.read += len(texts)
        return np.eye(1, 384, dtype=np.float32).repeat(len(texts), axis=0)


@pytest.fixture
def encoder(monkeypatch):
    encoder = Encoder()
    monkeypatch.setattr(model, "encoder", lambda: encoder)
    return encoder


@pytest.mark.django_db
def test_the_model_reads_words_once_and_again_when_they_change(kept, encoder):
    services = ServiceFactory.create_batch(3)
    assert digest_services()
    assert digest_services()
    assert encoder.read == 3
    assert up_to_date(kept).shelf.unread == 0

    Service.objects.filter(pk=services[0].pk).update(live_state=LiveState.FULL)
    assert digest_services()
    assert encoder.read == 3

    Service.objects.filter(pk=services[0].pk).update(description="Something else altogether.")
    assert up_to_date(kept).shelf.unread == 1
    assert digest_services()
    assert encoder.read == 4
    assert up_to_date(kept).shelf.unread == 0


@pytest.mark.django_db
def test_another_edition_makes_all_anew_but_reads_nothing_twice(encoder, monkeypatch):
    ServiceFactory.create_batch(2)
    digest_services()
    ServiceDigest.objects.update(edition="of old")
    digest_services()

    assert encoder.read == 2
    assert not ServiceDigest.objects.filter(edition="of old").exists()


@pytest.mark.django_db
def test_it_stops_when_its_time_is_up_and_goes_on_from_there(encoder):
    ServiceFactory.create_batch(3)
    assert not digest_services(0)
    assert not ServiceDigest.objects.exists()
    assert digest_services()
    assert ServiceDigest.objects.exclude(meaning=b"").count() == 3


@pytest.mark.django_db
def test_the_database_says_in_which_transaction_a_row_was_written():
    service = ServiceFactory()
    service.refresh_from_db()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        assert service.written_in == cursor.fetchone()[0]


@pytest.mark.django_db
def test_an_edit_asks_for_new_digests_once_it_is_committed(team_lead, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        edit_entry(team_lead, entry=ServiceFactory(record={"name": "Strollers"}), changes={"name": "Walkers"})

    assert ProcrastinateJob.objects.filter(task_name=DIGEST).count() == 1
