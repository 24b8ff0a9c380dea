"""A re-import is a difference, local edits stay, and an import can be taken back."""

import pytest

from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.actions.imports.commit import commit_import, summary
from linkworks.domain.directory.actions.imports.undo import undo_import
from linkworks.domain.directory.models import LocalEdit, Location, Organization, Service, ServiceAtLocation
from linkworks.domain.directory.tests.imports.reading import import_records, read_records
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db

ALBANY = {"id": "o1", "name": "The Albany"}
HALL = {"id": "l1", "name": "Hall", "addresses": [{"postal_code": "SE8 4AG"}]}


def service(number=1, **values):
    return {"id": f"s{number}", "name": f"Service {number}", "status": "active", "organization": ALBANY, **values}


def at(location, id_="p1"):
    return [{"id": id_, "location": location}]


def counts(batch):
    return {decision: number for decision, number in summary(batch).items() if number}


def test_an_entry_keeps_its_id_and_says_on_which_day_each_field_changed(coordinator):
    import_records(coordinator, service(fees="£3", made_up="kept"))
    before = Service.objects.get()
    batch = import_records(coordinator, service(fees="£4", made_up="kept"))
    after = Service.objects.get()
    assert counts(batch) == {"changed": 1}
    assert (after.pk, after.cost, after.record["made_up"], after.version) == (before.pk, "£4", "kept", 2)
    assert after.changed_on == {"fees": clock.today().isoformat()}
    assert after.fed_on == clock.today()


def test_a_uuid_of_the_source_is_the_id_unless_another_source_has_it(coordinator):
    their_id = "ac148810-d857-441c-9679-408f346de14b"
    import_records(coordinator, service() | {"id": their_id.upper()})
    assert str(Service.objects.get().pk) == their_id
    Service.objects.update(source=None)
    again = import_records(coordinator, service() | {"id": their_id})
    assert counts(again) == {"new": 1}
    assert Service.objects.count() == 2


def test_places_and_organisations_are_shared_and_the_fullest_telling_counts(coordinator):
    thin = service(1, organization={"id": "o1", "name": "The Albany"}, service_at_locations=at(HALL))
    full = service(2, organization=ALBANY | {"email": "jo@albany.example"}, service_at_locations=at(HALL, "p2"))
    import_records(coordinator, thin, full)
    assert Organization.objects.get().email == "jo@albany.example"
    assert Location.objects.get().services.count() == 2


def test_a_service_that_leaves_a_place_is_no_longer_there(coordinator):
    import_records(coordinator, service(service_at_locations=at(HALL)))
    batch = import_records(coordinator, service(service_at_locations=at({"id": "l2", "name": "Other"}, "p2")))
    assert [place.location.name for place in Service.objects.get().places.all()] == ["Other"]
    undo_import(coordinator, batch=batch)
    assert [place.location.name for place in Service.objects.get().places.all()] == ["Hall"]


def test_what_is_missing_from_a_whole_feed_is_gone_and_may_come_back(coordinator):
    import_records(coordinator, service(1), service(2))
    assert counts(import_records(coordinator, service(1))) == {"same": 1, "gone": 1}
    assert Service.objects.listed().count() == 1
    assert counts(import_records(coordinator, service(1), service(2))) == {"same": 1, "changed": 1}
    assert Service.objects.listed().count() == 2


def test_a_held_record_is_not_gone_and_keeps_all_that_came(coordinator):
    import_records(coordinator, service(1), service(2))
    broken = {"id": "s2", "description": "nameless", "made_up": [1]}
    batch = import_records(coordinator, service(1), broken)
    assert counts(batch) == {"same": 1, "held": 1}
    held = batch.rows.get(decision="held")
    assert (held.came, held.wrong) == (broken, [["name", "It has no name."]])
    assert Service.objects.listed().count() == 2


def test_after_which_most_would_be_gone_somebody_has_to_say_so(coordinator):
    import_records(coordinator, *(service(number) for number in range(10)))
    batch = read_records(coordinator, service(1))
    with pytest.raises(Refused, match="most of what the source told"):
        commit_import(coordinator, batch=batch)
    commit_import(coordinator, batch=batch, most_may_go=True)
    assert Service.objects.listed().count() == 1


def test_two_records_with_one_id_that_differ_are_not_guessed_at(coordinator):
    batch = import_records(coordinator, service(1), service(1, name="Somebody else"), service(1))
    assert counts(batch) == {"new": 1, "held": 1}
    assert Service.objects.get().name == "Service 1"


def test_what_we_say_stays_and_a_clash_waits_for_somebody(coordinator):
    import_records(coordinator, service(fees="£3"))
    edit_entry(coordinator, entry=Service.objects.get(), changes={"fees": "Free", "linkworks.live_state": "full"})
    import_records(coordinator, service(fees="£3", alert="Back soon"))
    assert not LocalEdit.objects.filter(clashed_at__isnull=False).exists()
    batch = import_records(coordinator, service(fees="£4"))
    edit = LocalEdit.objects.get(clashed_at__isnull=False)
    assert (edit.field, edit.value, edit.clashes_with) == ("fees", "Free", "£4")
    entry = Service.objects.get()
    assert (entry.cost, entry.live_state, entry.record["fees"]) == ("Free", "full", "£4")
    undo_import(coordinator, batch=batch)
    assert not LocalEdit.objects.filter(clashed_at__isnull=False).exists()


def test_an_import_is_taken_back_to_the_letter(coordinator):
    import_records(coordinator, service(1, fees="£3"), service(2))
    batch = import_records(coordinator, service(1, fees="£4"), service(3))
    undo_import(coordinator, batch=batch)
    assert {entry.name: entry.cost for entry in Service.objects.listed()} == {"Service 1": "£3", "Service 2": ""}
    assert counts(read_records(coordinator, service(1, fees="£3"), service(2))) == {"same": 2}


def test_an_import_that_somebody_has_built_on_is_not_taken_back(coordinator):
    first = import_records(coordinator, service(1))
    edit_entry(coordinator, entry=Service.objects.get(), changes={"fees": "Free"})
    with pytest.raises(Refused, match="edited"):
        undo_import(coordinator, batch=first)
    import_records(coordinator, service(1), service(2))
    with pytest.raises(Refused, match="imported again"):
        undo_import(coordinator, batch=first)


def test_a_reading_that_another_overtook_is_not_committed(coordinator):
    stale = read_records(coordinator, service(1))
    import_records(coordinator, service(2))
    with pytest.raises(Refused, match="Read the source again"):
        commit_import(coordinator, batch=stale)


def test_nothing_is_committed_twice(coordinator):
    batch = import_records(coordinator, service(1))
    with pytest.raises(Refused):
        commit_import(coordinator, batch=batch)


@pytest.mark.parametrize("who", ["link_worker", "commissioner"])
def test_only_who_may_import_reads_commits_and_undoes(coordinator, who, request):
    batch, actor = read_records(coordinator, service(1)), request.getfixturevalue(who)
    for deed in (commit_import, undo_import):
        with pytest.raises(NotAllowed):
            deed(actor, batch=batch)
    with pytest.raises(NotAllowed):
        read_records(actor, service(1))


def test_a_place_that_never_came_is_said(coordinator):
    batch = import_records(coordinator, service(service_at_locations=[{"id": "p1", "location_id": "l9"}]))
    assert not ServiceAtLocation.objects.exists()
    row = batch.rows.get(kind="service")
    assert "l9" in row.mended[0][1]
    assert row.came["service_at_locations"] == [{"id": "p1", "location_id": "l9"}]


def test_an_organisation_may_come_with_its_places(coordinator):
    import_records(coordinator, service(organization={"id": "o9", "name": "Age Exchange", "locations": [HALL]}))
    assert Service.objects.get().organization.name == "Age Exchange"
    assert Location.objects.get().name == "Hall"
