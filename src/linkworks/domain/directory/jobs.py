"""Queued work of the directory."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from procrastinate.contrib.django import app

from linkworks.domain.directory.actions import words
from linkworks.domain.directory.actions.asking import ask_those_due
from linkworks.domain.directory.actions.checks import share_out_checks
from linkworks.domain.directory.actions.imports import ask
from linkworks.domain.directory.actions.imports.commit import commit_import
from linkworks.domain.directory.actions.imports.read import READ_FEED, read_into
from linkworks.domain.directory.actions.imports.undo import undo_import
from linkworks.domain.directory.choices import FeedFormat
from linkworks.domain.directory.formats.readers import reader_of_web
from linkworks.domain.directory.selectors.imports import get_import
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.each_team import for_each_team
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.imports.choices import BatchState
from linkworks.foundation.imports.web import Web

SHARE_OUT = "directory.share_out_checks"
WENT_WRONG = "Something went wrong while it was done, and the directory is as it was. Try again."


@app.task(name=READ_FEED)
def read_feed(batch_id: str) -> None:
    """Read a source from its address. Run again after that, it does nothing."""
    actor = Actor.system(READ_FEED, None)
    with acting(actor):
        batch = get_import(actor, UUID(batch_id))
        if batch.state == BatchState.READING:
            source = batch.source
            read_into(
                actor, batch=batch, reader=reader_of_web(FeedFormat(source.format), Web(), source.url, batch.since)
            )


@app.task(name=ask.COMMIT)
def commit_large_import(batch_id: str) -> None:
    """Run again after that, it does nothing."""
    _carry_out(ask.COMMIT, UUID(batch_id), BatchState.COMMITTING, partial(commit_import, most_may_go=True))


@app.task(name=ask.UNDO)
def undo_large_import(batch_id: str) -> None:
    """Run again after that, it does nothing."""
    _carry_out(ask.UNDO, UUID(batch_id), BatchState.UNDOING, undo_import)


def _carry_out(job: str, batch_id: UUID, asked: BatchState, deed: Callable[..., None]) -> None:
    actor = Actor.system(job, None)
    try:
        with acting(actor):
            batch = get_import(actor, batch_id)
            if batch.state == asked:
                deed(actor, batch=batch)
    except Refused as refusal:
        _put_back(actor, batch_id, refusal.message)
    except Exception:
        _put_back(actor, batch_id, WENT_WRONG)
        raise


def _put_back(actor: Actor, batch_id: UUID, why: str) -> None:
    with acting(actor):
        ask.put_back(actor, batch=get_import(actor, batch_id), why=why)


@app.task(name=words.REFRESH)
def refresh_words() -> None:
    words.refresh_words()


@app.periodic(cron="7 4 * * *")
@app.task(name="directory.refresh_words_nightly", queueing_lock="directory.refresh_words_nightly")
def refresh_words_nightly(timestamp: int) -> None:
    words.refresh_words()


@app.periodic(cron="30 5 * * *")
@app.task(name=SHARE_OUT, queueing_lock=SHARE_OUT)
def share_out_entries(timestamp: int) -> None:
    """Each morning, though everybody gets a share of the week only: what a leaver had goes to others the next day."""
    for_each_team(SHARE_OUT, _keep_fresh)


def _keep_fresh(actor: Actor) -> None:
    """Whom we ask by email is not rung as well."""
    ask_those_due(actor)
    share_out_checks(actor)
