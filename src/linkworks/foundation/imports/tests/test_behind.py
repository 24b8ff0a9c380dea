from contextlib import closing
from threading import Event

import pytest

from linkworks.foundation.imports.behind import ask_ahead

pytestmark = pytest.mark.django_db

LONG = 10  # seconds


def test_the_next_is_looked_for_while_the_last_is_looked_at():
    asked = [Event() for _ in range(3)]

    def question(number):
        def ask(database):
            asked[number].set()
            return database.execute("SELECT %s::int", [number]).fetchone()[0]

        return ask

    for _, following in zip(ask_ahead(map(question, range(3))), [*asked[1:], asked[2]], strict=True):
        assert following.wait(LONG)


def test_whoever_stops_earlier_waits_for_what_was_asked():
    done = Event()

    def ask(database):
        database.execute("SELECT pg_sleep(0.2)")
        done.set()

    with closing(ask_ahead([lambda _: None, ask])) as answers:
        next(answers)
    assert done.is_set()


def test_what_went_wrong_behind_is_raised():
    def ask(database):
        raise LookupError

    with pytest.raises(LookupError):
        list(ask_ahead([ask]))
