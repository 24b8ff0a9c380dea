"""Committing and undoing from a page: at once where that is quick, and otherwise by a job, while nobody has to wait."""

from django.db import transaction

from linkworks.domain.directory.actions.imports.commit import commit_import, insist_on_fresh, insist_that_most_may_go
from linkworks.domain.directory.actions.imports.undo import insist_on_untouched, undo_import
from linkworks.domain.directory.models import DirectoryImport
from linkworks.domain.directory.policies import may_import_services
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.queue import enqueue
from linkworks.foundation.imports.choices import BatchState

COMMIT, UNDO = "directory.commit_import", "directory.undo_import"
MOST_AT_ONCE = 3000  # records: about a second


@transaction.atomic
def ask_to_commit(actor: Actor, *, batch: DirectoryImport, most_may_go: bool = False) -> None:
    """Raises Refused for what `commit_import` refuses."""
    require(may_import_services, actor)
    if batch.changes <= MOST_AT_ONCE:
        commit_import(actor, batch=batch, most_may_go=most_may_go)
        return
    insist_on_fresh(batch, BatchState.READY)
    insist_that_most_may_go(batch, most_may_go)
    batch.change(state=BatchState.COMMITTING, committed_by=actor.name)
    enqueue(COMMIT, batch_id=str(batch.pk))
    record(actor, "import.commit_asked", subject=batch)


@transaction.atomic
def ask_to_undo(actor: Actor, *, batch: DirectoryImport) -> None:
    """Raises Refused for what `undo_import` refuses."""
    require(may_import_services, actor)
    if batch.changes <= MOST_AT_ONCE:
        undo_import(actor, batch=batch)
        return
    insist_on_untouched(batch, BatchState.COMMITTED)
    batch.change(state=BatchState.UNDOING, undone_by=actor.name)
    enqueue(UNDO, batch_id=str(batch.pk))
    record(actor, "import.undo_asked", subject=batch)


def put_back(actor: Actor, *, batch: DirectoryImport, why: str) -> None:
    """What was asked for could not be done: the import stands where it stood, and says so."""
    require(may_import_services, actor)
    problems = [*batch.problems, why]
    if batch.state == BatchState.COMMITTING:
        batch.change(state=BatchState.READY, committed_by="", problems=problems)
    elif batch.state == BatchState.UNDOING:
        batch.change(state=BatchState.COMMITTED, undone_by="", problems=problems)
