from linkworks.domain.casework.models import CodedEntry
from linkworks.domain.people.models import Person, Practice
from linkworks.domain.people.registry import person_tables, reaching_a_person, undeclared
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.messaging.models import OutboxMessage


def test_every_table_that_reaches_a_person_says_what_becomes_of_it():
    forgotten = sorted(model._meta.label for model in undeclared())
    assert forgotten == [], "Declare these in their app's person_tables.py, on merge, on export and how long they stay."


def test_nothing_is_declared_that_reaches_no_person():
    assert {table.model for table in person_tables()} <= reaching_a_person()


def test_a_table_is_reached_by_row_security_by_a_bare_uuid_or_by_a_key():
    assert {Person, CodedEntry, ViewEntry} <= reaching_a_person()
    assert not {Practice, OutboxMessage} & reaching_a_person()
