"""What of the directory waits for somebody."""

from dataclasses import dataclass

from django.db.models import Value

from linkworks.domain.directory.selectors.checks import own_checks_now
from linkworks.domain.directory.selectors.tellings import told_and_waiting
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Waiting:
    """Entries that this worker is to check, and changes told to the team."""

    to_check: int
    told: int


def count_waiting(actor: Actor) -> Waiting:
    """Asked at once, for everybody's day begins with it."""
    checks = own_checks_now(actor).order_by().values_list(Value("check"), "pk")
    told = told_and_waiting(actor).order_by().values_list(Value("told"), "pk")
    kinds = [kind for kind, _ in checks.union(told, all=True)]
    return Waiting(kinds.count("check"), kinds.count("told"))
