"""The check on the check: callers who read who is next and then write that it is theirs, as without a lock."""

import time
from collections.abc import Sequence
from functools import partial
from threading import Thread
from uuid import UUID, uuid4

import psycopg

from bench.support.queue import Queue

_NEXT = """
SELECT id FROM outreach_campaigncontact WHERE campaign_id = %s AND state = 'ready'
ORDER BY is_promised DESC, rank_at, id LIMIT 1
"""
_TAKE = """
UPDATE outreach_campaigncontact SET state = 'on_a_call', holder_id = %s, token = %s, hand_outs = hand_outs + 1,
    wakes_at = statement_timestamp() + interval '10 minutes' WHERE id = %s AND state <> 'ended'
"""
_SAVE = """
UPDATE outreach_campaigncontact SET state = 'ended', ending = 'reached', ended_at = statement_timestamp(),
    wakes_at = NULL, holder_id = NULL, token = NULL WHERE id = %s AND state = 'on_a_call'
"""


def ring(rung: Queue, callers: Sequence[UUID], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    threads = [Thread(target=partial(_be, rung, caller, deadline)) for caller in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _be(rung: Queue, caller: UUID, deadline: float) -> None:
    with psycopg.connect(rung.owner, autocommit=True) as database:
        while time.monotonic() < deadline:
            found = database.execute(_NEXT, [rung.campaign_id]).fetchone()
            if found is None:
                return
            try:
                database.execute(_TAKE, [caller, uuid4(), found[0]])
                database.execute(_SAVE, [found[0]])
            except psycopg.errors.UniqueViolation:  # the index on numbers saves even the careless
                continue
