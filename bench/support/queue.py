"""The campaign that the benchmarks of the queue ring: who is in it, and what can be proved of it afterwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import psycopg
from django.core.management import call_command

from bench.data.calls import load_calls
from bench.support import database
from bench.support.callers import Caller
from bench.support.sessions import session_of
from linkworks.foundation.access.management.commands.upgrade import add_extensions
from linkworks.foundation.accounts.actors import staff_actor
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.core.actor import Actor

NAME = "bench_calls"
_AGAIN = """
UPDATE outreach_campaigncontact SET state = 'ready', wakes_at = NULL, holder_id = NULL, token = NULL, ending = '',
    ended_at = NULL, tries = 0, tried_parts = 0, hand_outs = 0, last_outcome_id = NULL
WHERE state <> 'ready' OR hand_outs > 0
"""


@dataclass(frozen=True)
class Proof:
    """Of what was done since the queue was last made anew. `doubles` are people who were handed out again though
    nobody had lost them, or whose call was saved twice.
    """

    handed_out: int
    saved: int
    doubles: int


@dataclass(frozen=True)
class Queue:
    campaign_id: UUID
    address: str
    owner: str

    def make_anew(self) -> None:
        """Everybody can be rung again, and the table is as tidy as autovacuum keeps it."""
        with psycopg.connect(self.owner, autocommit=True) as owner:
            owner.execute(_AGAIN)
            owner.execute("TRUNCATE outreach_callattempt, outreach_handout, outreach_latenote CASCADE")
            owner.execute("VACUUM ANALYZE outreach_campaigncontact")

    def prove(self) -> Proof:
        with psycopg.connect(self.owner) as owner:
            found = owner.execute(_PROOF).fetchone()
        return Proof(*found) if found else Proof(0, 0, 0)


_PROOF = """
SELECT (SELECT count(*) FROM outreach_handout), (SELECT count(*) FROM outreach_callattempt),
       (SELECT count(*) FROM outreach_campaigncontact WHERE hand_outs > 1)
       + (SELECT count(*) - count(DISTINCT contact_id) FROM outreach_callattempt)
"""


@contextmanager
def queue(people: int, callers: int, *, hold: timedelta = timedelta(minutes=10)) -> Iterator[Queue]:
    """On a database of its own, which goes afterwards."""
    print(f"Making {people:,} people to ring ...", flush=True)
    database.make_empty(NAME)
    try:
        with database.using(NAME):
            _fill(lambda: load_calls(people, callers, hold=hold))
            web, owner = database.addresses(NAME)
            with psycopg.connect(owner, autocommit=True) as filled:
                filled.execute("VACUUM ANALYZE")
                row = filled.execute("SELECT id FROM outreach_campaign").fetchone()
            assert row is not None  # noqa: S101 (it has just been made)
            yield Queue(row[0], web, owner)
    finally:
        database.drop(NAME)


def _fill(load: Callable[[], None]) -> None:
    """Before the upgrade puts the triggers in place, which would only write down that everything is new."""
    add_extensions()
    call_command("migrate", database="owner", interactive=False, verbosity=0)
    load()
    call_command("upgrade", verbosity=0)


def list_callers() -> list[Caller]:
    """With sessions that have passed both factors."""
    users = User.objects.filter(memberships__role=Role.CALLER).order_by("email")
    return [Caller(session_of(user), str(user.pk)) for user in users]


def list_actors() -> list[Actor]:
    members = Membership.objects.filter(role=Role.CALLER).select_related("user").order_by("user__email")
    return [staff_actor(member, member.user) for member in members]
