"""What the sender of a list may know of each row. Whether we knew somebody before is none of their business."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Func, IntegerField, Max

from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.lists.sheet_back import Row
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor

AT_ONCE = 1_000
WAITING, ADDED, LEFT_OUT = "Not added yet", "Added", "Left out"
DONE_BEFORE = {
    Section.DIED: "Not rung: they have died",
    Section.DO_NOT_CALL: "Not rung: they are not to be rung",
    Section.NO_NUMBER: "Added: we look for a telephone number",
}
FIELDS = ("number", "came", "section", "decision", "reason", "problems", "committed_at", "repeat_of__number")


def headings_for_sender(actor: Actor, batch: CohortImport) -> list[str]:
    """With blanks over the cells that stand beyond the last heading of some row."""
    require(may_run_campaigns, actor)
    with acting(Actor.system("sheet-back", actor.own_team)):
        width = Func("came", function="jsonb_array_length", output_field=IntegerField())
        widest = CohortRow.objects.filter(batch=batch).aggregate(most=Max(width))["most"] or 0
    return [*batch.headings, *[""] * (widest - len(batch.headings))]


def rows_for_sender(actor: Actor, batch: CohortImport) -> Iterator[Row]:
    """In the order of the sheet, a thousand at a time. Those who are hidden from the actor stand there like all."""
    require(may_run_campaigns, actor)
    place: int | None = 0
    while place is not None:
        with acting(Actor.system("sheet-back", actor.own_team)):
            rows = CohortRow.objects.filter(batch=batch, number__gt=place).exclude(section=Section.GONE)
            some = list(rows.order_by("number").values(*FIELDS)[:AT_ONCE])
        yield from (_told(row) for row in some)
        place = some[-1]["number"] if some else None


def _told(row: dict[str, Any]) -> Row:
    problems = [f"{heading}: {sentence}" for heading, sentence in row["problems"]]
    why = [_sentence(row["reason"])] if row["decision"] == RowDecision.LEAVE_OUT else []
    return row["came"], _status(row), " ".join([*why, *problems])


def _sentence(reason: str) -> str:
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."


def _status(row: dict[str, Any]) -> str:
    if row["committed_at"] is None:
        return WAITING
    if row["decision"] == RowDecision.LEAVE_OUT:
        return LEFT_OUT
    if row["decision"] == RowDecision.REPEAT:
        return f"The same person as row {row['repeat_of__number']}"
    return DONE_BEFORE.get(row["section"], ADDED)
