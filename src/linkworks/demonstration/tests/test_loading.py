from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from linkworks.demonstration import load as loading
from linkworks.demonstration.calling import tell as calling
from linkworks.demonstration.management.commands import seed
from linkworks.demonstration.sign_ins import PASSWORD
from linkworks.domain.casework.models import CaseNote, GoalScore
from linkworks.domain.onward.models import Option
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import demonstration
from linkworks.foundation.core.actor import Actor

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


@pytest.fixture
def small(monkeypatch):
    """The same, with fewer people."""
    monkeypatch.setattr(loading, "LEWISHAM", replace(loading.LEWISHAM, referrals=60))
    monkeypatch.setattr(loading, "ANOTHER", replace(loading.ANOTHER, referrals=20))
    monkeypatch.setattr(calling, "RESIDENTS", 90)
    monkeypatch.setattr(calling, "NOW", 30)


def digest(day: date, seed: str) -> str:
    """What a reader would see, of a demonstration that is loaded and undone."""
    with transaction.atomic():
        loading.load(day, seed)
        with acting(Actor.system("test", Team.objects.get(slug="lewisham").pk)):
            facts = [
                *Referral.objects.order_by("id").values_list("id", "reference", "received_at", "family_name", "status"),
                *CaseNote.objects.order_by("id").values_list("id", "at", "body"),
                *GoalScore.objects.order_by("id").values_list("id", "score"),
                *Option.objects.order_by("id").values_list("id", "service__name", "choice", "offered_at"),
            ]
        transaction.set_rollback(True)
    return sha256(repr(facts).encode()).hexdigest()


def test_the_same_seed_and_day_make_the_same_demonstration(small):
    first = digest(DAY, "one")
    assert digest(DAY, "one") == first
    assert digest(DAY, "another") != first


def test_a_loading_that_breaks_off_leaves_nothing(small, monkeypatch):
    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loading, "correct_some_notes", break_off)
    with pytest.raises(KeyboardInterrupt):
        loading.load(DAY)
    assert not Team.objects.exists()


def test_it_loads_on_a_sunday_and_on_a_bank_holiday_too(small):
    for day in (date(2026, 11, 22), date(2026, 12, 25)):
        assert digest(day, "one")


def test_no_other_database_is_filled(capsys):
    with pytest.raises(CommandError, match="not made to be a demonstration"):
        call_command("seed")
    assert not Team.objects.exists()


def test_it_is_loaded_once_and_says_how_to_sign_in(small, monkeypatch, capsys):
    monkeypatch.setattr(demonstration, "is_marked", lambda _: True)
    call_command("sign_ins")
    call_command("seed")
    call_command("seed")
    call_command("sign_ins")
    nothing, loaded, again, *how = capsys.readouterr().out.splitlines()
    assert nothing == "There is no demonstration in this database."
    assert loaded.startswith("Loaded 60 referrals")
    assert again == "The demonstration is here already."
    assert any("link.worker@example.org" in line for line in how)
    assert PASSWORD in how[-1]
    assert seed.is_loaded()
