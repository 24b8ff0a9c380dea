"""What one can do next from a case page. Each family, and each app above, adds its own in `apps.py`.

quick_actions.add(QuickAction("Log a contact", "casework:log_contact", order=10))
"""

from collections.abc import Callable
from dataclasses import dataclass

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.foundation.core.actor import Actor

Offered = Callable[[Actor, Case], bool]


def always(actor: Actor, case: Case) -> bool:
    return True


def while_not_closed(actor: Actor, case: Case) -> bool:
    return case.status != CaseStatus.CLOSED


def while_open(actor: Actor, case: Case) -> bool:
    """Neither closed nor on hold."""
    return case.status == CaseStatus.OPEN


def once_closed(actor: Actor, case: Case) -> bool:
    return case.status == CaseStatus.CLOSED


@dataclass(frozen=True)
class QuickAction:
    """A link to a page whose address takes the case's uuid.

    `key` is a capital letter that does the same together with Alt: not D, E or F, which browsers use, and none twice.
    """

    label: str
    url_name: str
    order: int = 100
    offered: Offered = while_not_closed
    key: str = ""


_actions: list[QuickAction] = []


def add(action: QuickAction) -> None:
    if action not in _actions:
        _actions.append(action)


def offered_on(actor: Actor, case: Case) -> list[QuickAction]:
    return sorted((action for action in _actions if action.offered(actor, case)), key=lambda action: action.order)
