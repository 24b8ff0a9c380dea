"""Reading a source into rows. The directory stays as it is; what went wrong stands in the batch."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction

from linkworks.domain.directory.actions.imports.commit import MOST_WOULD_GO, most_would_go, summary
from linkworks.domain.directory.actions.imports.known import Known
from linkworks.domain.directory.actions.imports.stage import Staging
from linkworks.domain.directory.choices import FeedFormat
from linkworks.domain.directory.formats.told import Course, Told
from linkworks.domain.directory.models import DirectoryImport, Source
from linkworks.domain.directory.policies import may_import_services
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.queue import enqueue
from linkworks.foundation.imports.behind import Behind
from linkworks.foundation.imports.choices import BatchState, Decision
from linkworks.foundation.imports.errors import Unreadable

Reader = Callable[[Course], Iterator[Told]]
READ_FEED = "directory.read_feed"


def known_source(
    actor: Actor, *, name: str, feed_format: FeedFormat, url: str = "", publisher: str = "", licence: str = ""
) -> Source:
    """The source of this name. Its format and address are those of the last reading; its publisher and licence those
    that were last given."""
    require(may_import_services, actor)
    given = {"publisher": publisher[:200], "licence": licence[:200]}
    values = {"format": feed_format, "url": url} | {name: value for name, value in given.items() if value}
    source, is_new = Source.objects.get_or_create(name=name[:120], defaults=values)
    if not is_new:
        _change(source, values)
    return source


def _change(source: Source, values: dict[str, Any]) -> None:
    if any(getattr(source, name) != value for name, value in values.items()):
        source.change(**values)


def read_source(
    actor: Actor, *, source: Source, reader: Reader, origin: str, since: datetime | None = None
) -> DirectoryImport:
    """The batch, ready to look at or refused. `since`: the reader gives only what has changed after that."""
    batch = start_reading(actor, source=source, origin=origin, since=since)
    read_into(actor, batch=batch, reader=reader)
    return batch


def start_reading(actor: Actor, *, source: Source, origin: str, since: datetime | None = None) -> DirectoryImport:
    require(may_import_services, actor)
    return DirectoryImport.objects.create(source=source, origin=origin[:500], since=since, started_by=actor.name)


@transaction.atomic
def ask_for_feed(actor: Actor, *, source: Source) -> DirectoryImport:
    """Have a source read from its address by a job, for feeds take their time."""
    batch = start_reading(actor, source=source, origin=source.url)
    enqueue(READ_FEED, batch_id=str(batch.pk))
    return batch


def read_into(actor: Actor, *, batch: DirectoryImport, reader: Reader) -> None:
    require(may_import_services, actor)
    course = Course()
    staging = None
    try:
        with transaction.atomic(), Behind() as behind:
            staging = Staging(batch, Known.of(batch.source), behind)
            for told in reader(course):
                staging.add(told)
            _insist_on_something(staging, batch.since)
            batch.is_whole = course.is_whole and batch.since is None
            staging.finish()
            if staging.repeats:
                course.problems.append(f"Records that came more than once, word for word: {staging.repeats:,}.")
    except Unreadable as error:
        _end(batch, BatchState.REFUSED, [*course.problems, _how_far(error, staging)], {})
    else:
        _learn_terms(batch.source, course)
        _end(batch, BatchState.READY, course.problems, dict(+staging.counts))
    record(actor, "import.read", subject=batch, state=batch.state, **summary(batch))


def _learn_terms(source: Source, course: Course) -> None:
    """What somebody has given stays."""
    told = {"publisher": source.publisher or course.publisher, "licence": source.licence or course.licence}
    _change(source, told)


def _insist_on_something(staging: Staging, since: datetime | None) -> None:
    if not staging.told and since is None:
        raise Unreadable("There is not one record in it.")


def _how_far(error: Unreadable, staging: Staging | None) -> str:
    read = staging.told if staging else 0
    return f"{error.message} We had read {read:,} records; none of them was taken." if read else error.message


def _end(batch: DirectoryImport, state: BatchState, problems: list[str], counts: dict[str, int]) -> None:
    batch.counts = counts
    found = summary(batch)
    if state is BatchState.READY and found[Decision.HELD] and found[Decision.HELD] == sum(found.values()):
        problems.append("Not one of its services can be taken as it stands. The rows say why.")
    if most_would_go(batch):
        problems.append(MOST_WOULD_GO)
    batch.change(state=state, problems=problems, counts=counts, is_whole=batch.is_whole, read_at=clock.now())
