"""Imports in words: what came, what would become of it, and why."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.urls import reverse

from linkworks.domain.directory.choices import FeedFormat, Kind
from linkworks.domain.directory.models import DirectoryImport, DirectoryImportRow
from linkworks.domain.directory.selectors.imports import MendedLine
from linkworks.foundation.core import words
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import Colour, Link, SummaryRow, Tab, Tag, When
from linkworks.foundation.imports.choices import BatchState, Decision

MENDED = "mended"
STATE_COLOURS: dict[str, Colour] = {
    BatchState.READING: "blue",
    BatchState.READY: "yellow",
    BatchState.REFUSED: "red",
    BatchState.COMMITTING: "blue",
    BatchState.COMMITTED: "green",
    BatchState.UNDOING: "blue",
    BatchState.UNDONE: "grey",
}
LONGEST_VALUE = 600
RECORDS_A_MINUTE = 60_000  # on a small machine that has other things to do
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
LONGEST_RECORD = 50_000


@dataclass(frozen=True)
class ImportsPage:
    title: str
    rows: tuple[tuple[Any, ...], ...]
    paging: Paging
    new_url: str
    clashes: Link | None
    heads: tuple[str, ...] = ("Source", "Where it stands", "Read", "#New", "#Changed", "#Gone", "#Held back")

    @classmethod
    def of(cls, batches: Iterable[DirectoryImport], paging: Paging, clashes: int) -> "ImportsPage":
        told = words.count(clashes, "field says", "fields say")
        waiting = Link(f"{told} something else here than at its source", reverse("directory:clashes"))
        return cls(
            title="Directory imports",
            rows=tuple(map(_batch_row, batches)),
            paging=paging,
            new_url=reverse("directory:import_new"),
            clashes=waiting if clashes else None,
        )


@dataclass(frozen=True)
class ImportPage:
    """One reading. `commit_url` and `undo_url` are blank where there is nothing to commit or undo, and `waits` unless
    something is being done by itself."""

    title: str
    state: Tag
    facts: tuple[SummaryRow, ...]
    problems: tuple[str, ...]
    counts: tuple[tuple[Any, ...], ...]
    tabs: tuple[Tab, ...]
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    paging: Paging
    commit_url: str
    undo_url: str
    waits: str
    count_heads: tuple[str, ...] = ("What", *(f"#{decision.label}" for decision in Decision))

    @classmethod
    def of(
        cls,
        batch: DirectoryImport,
        shown: str,
        rows: Iterable[DirectoryImportRow],
        mended: Iterable[MendedLine],
        paging: Paging,
    ) -> "ImportPage":
        is_mended = shown == MENDED
        return cls(
            title=f"Import of {batch.source.name}",
            state=state_tag(batch),
            facts=tuple(_facts(batch)),
            problems=tuple(batch.problems),
            counts=tuple(_counts(batch)),
            tabs=tuple(_tabs(batch, shown)),
            caption="What was mended" if is_mended else f"Services: {Decision(shown).label.lower()}",
            heads=("Field", "What was done", "#Records", "The first") if is_mended else ("Service", "Why", "Mended"),
            rows=tuple(map(_mended_row, mended) if is_mended else (_row(batch, row) for row in rows)),
            paging=paging,
            commit_url=_address("import_commit", batch) if may_be_committed(batch) else "",
            undo_url=_address("import_undo", batch) if batch.state == BatchState.COMMITTED else "",
            waits=_waits(batch),
        )


@dataclass(frozen=True)
class ImportRowPage:
    title: str
    back: Link
    decision: Tag
    wrong: tuple[str, ...]
    mended: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str, str], ...]
    came: tuple[str, ...]
    """A line each, indented."""
    heads: tuple[str, ...] = ("Field", "It was", "It is to be")

    @classmethod
    def of(cls, batch: DirectoryImport, row: DirectoryImportRow, before: Mapping[str, Any]) -> "ImportRowPage":
        came = row.came if row.came is not None else row.record
        return cls(
            title=row.label,
            back=Link(f"Import of {batch.source.name}", _address("import", batch) + f"?show={row.decision}"),
            decision=Tag(Decision(row.decision).label),
            wrong=tuple(sentence for _, sentence in row.wrong),
            mended=tuple((field or "the record", sentence) for field, sentence in row.mended),
            changes=tuple(_changes(before, row.record)) if row.record is not None else (),
            came=tuple(_lines(came)) if came is not None else (),
        )


@dataclass(frozen=True)
class DeedPage:
    """Before committing or undoing: what it is about."""

    title: str
    back: Link
    says: str


def state_tag(batch: DirectoryImport) -> Tag:
    return Tag(BatchState(batch.state).label, STATE_COLOURS[batch.state])


def _waits(batch: DirectoryImport) -> str:
    match batch.state:
        case BatchState.READING:
            return "A feed takes its time."
        case BatchState.COMMITTING | BatchState.UNDOING:
            minutes = words.count(ceil(batch.changes / RECORDS_A_MINUTE), "minute")
            return (
                f"{batch.changes:,} records are being written, which takes up to {minutes}. Until the last is written "
                "the directory stays as it was, and then it changes all at once. You can leave this page."
            )
        case _:
            return ""


def may_be_committed(batch: DirectoryImport) -> bool:
    fates = {Decision.NEW.value, Decision.CHANGED.value, Decision.GONE.value}
    return batch.state == BatchState.READY and any(name.split(".")[1] in fates for name in batch.counts)


def of_services(batch: DirectoryImport, decision: Decision) -> int:
    return int(batch.counts.get(f"{Kind.SERVICE}.{decision}", 0))


def in_words(batch: DirectoryImport) -> str:
    told = [(of_services(batch, one), one.label.lower()) for one in (Decision.NEW, Decision.CHANGED, Decision.GONE)]
    return words.listed([f"{number:,} {label}" for number, label in told]) + " services."


def as_words(value: Any) -> str:
    """A value of a record, for a reader."""
    if value is None:
        return ""
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _clip(told, LONGEST_VALUE)


def _lines(came: Any) -> Iterable[str]:
    """Indented by spaces that a browser keeps."""
    text = _clip(json.dumps(came, indent=2, ensure_ascii=False), LONGEST_RECORD)
    for line in text.split("\n"):
        words = line.lstrip(" ")
        yield NO_BREAK_SPACE * (len(line) - len(words)) + words


def _clip(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _address(name: str, batch: DirectoryImport) -> str:
    return reverse(f"directory:{name}", args=[batch.pk])


def _batch_row(batch: DirectoryImport) -> tuple[Any, ...]:
    decisions = (Decision.NEW, Decision.CHANGED, Decision.GONE, Decision.HELD)
    return (
        Link(batch.source.name, _address("import", batch)),
        state_tag(batch),
        [When(batch.created_at), f"by {batch.started_by}"],
        *(f"{of_services(batch, decision):,}" for decision in decisions),
    )


def _facts(batch: DirectoryImport) -> Iterable[SummaryRow]:
    yield SummaryRow("From", batch.origin)
    yield SummaryRow("Format", FeedFormat(batch.source.format).label)
    if batch.source.publisher:
        yield SummaryRow("Published by", batch.source.publisher)
    if batch.source.licence:
        yield SummaryRow("On terms", batch.source.licence)
    yield SummaryRow("Read", [When(batch.created_at), f"by {batch.started_by}"])
    if batch.committed_at:
        yield SummaryRow("Committed", [When(batch.committed_at), f"by {batch.committed_by}"])
    if batch.undone_at:
        yield SummaryRow("Undone", [When(batch.undone_at), f"by {batch.undone_by}"])


def _counts(batch: DirectoryImport) -> Iterable[tuple[Any, ...]]:
    for kind in Kind:
        numbers = [batch.counts.get(f"{kind}.{decision}", 0) for decision in Decision]
        if any(numbers):
            yield (kind.label, *(f"{number:,}" for number in numbers))


def _tabs(batch: DirectoryImport, shown: str) -> Iterable[Tab]:
    for decision in (Decision.NEW, Decision.CHANGED, Decision.GONE, Decision.HELD):
        href = f"?show={decision}"
        yield Tab(str(decision.label), href, is_current=shown == decision, count=of_services(batch, decision))
    yield Tab("Mended", f"?show={MENDED}", is_current=shown == MENDED)


def _row(batch: DirectoryImport, row: DirectoryImportRow) -> tuple[Any, ...]:
    href = reverse("directory:import_row", args=[batch.pk, row.number])
    mended = words.count(len(row.mended), "field") if row.mended else ""
    return Link(row.label, href), [sentence for _, sentence in row.wrong], mended


def _mended_row(line: MendedLine) -> tuple[Any, ...]:
    field, sentence, number, label = line
    return field or "the record", sentence, f"{number:,}", label


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterable[tuple[str, str, str]]:
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield name, as_words(before.get(name)), as_words(after.get(name))
