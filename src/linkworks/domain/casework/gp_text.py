"""The short text a link worker copies into EMIS or SystmOne after a contact.

It names nobody but the worker: it is pasted into a record that is already open, and the
clipboard is no place for a client's name or NHS number.
"""

from dataclasses import dataclass
from datetime import date

from linkworks.domain.casework.code_guard import CodeDecision
from linkworks.foundation.core import words


@dataclass(frozen=True, slots=True)
class GpEntry:
    contact_on: date
    kind: str  # as the page words it: "Telephone call"
    worker: str
    decision: CodeDecision
    done: str = ""
    next_step: str = ""
    next_step_on: date | None = None


def gp_text(entry: GpEntry) -> str:
    """Plain lines, one matter each, in the order a GP reads them."""
    lines = [
        f"Social prescribing: {_one_line(entry.kind)}, {words.full_date(entry.contact_on)}",
        f"Link worker: {_one_line(entry.worker)}",
        f"What we did: {_one_line(entry.done) or 'nothing recorded'}",
        f"Next step: {_next_step(entry)}",
        f"Code: {entry.decision.code or 'none'}",
        entry.decision.because,
    ]
    return "\n".join(lines)


def _next_step(entry: GpEntry) -> str:
    step = _one_line(entry.next_step) or "none planned"
    return f"{step} (by {words.full_date(entry.next_step_on)})" if entry.next_step_on else step


def _one_line(text: str) -> str:
    return " ".join(text.split())
