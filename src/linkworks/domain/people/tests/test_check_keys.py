import pytest
from django.core.management import CommandError, call_command

from linkworks.domain.people.models import BlockKey, Person
from linkworks.domain.people.tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_everybody_filed_is_said_to_be(team, capsys):
    PersonFactory.create_batch(2, team=team)
    call_command("check_keys")
    assert capsys.readouterr().out == "Everybody is filed as their record is.\n"


def test_a_record_that_was_changed_past_the_actions_is_found_and_mended(team, capsys):
    person = PersonFactory(team=team)
    PersonFactory(team=team)
    Person.objects.filter(pk=person.pk).update(given_name="Carmen")
    with pytest.raises(CommandError, match=r"^1 people are not filed"):
        call_command("check_keys")
    call_command("check_keys", repair=True)
    assert capsys.readouterr().out == "1 people were filed anew.\n"
    call_command("check_keys")


def test_somebody_who_was_never_filed_is_filed(team):
    PersonFactory(team=team)
    BlockKey.objects.all().delete()
    call_command("check_keys", repair=True)
    assert BlockKey.objects.exists()
