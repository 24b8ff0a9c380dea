"""A collection as an e-mail: the same words as on paper."""

from linkworks.domain.directory.handing_out.document import CHANGES, ask
from linkworks.domain.directory.handing_out.leaf import Leaf
from linkworks.domain.directory.handing_out.leaving import Leaving
from linkworks.foundation.accounts.models import Team


def subject_of(team: Team) -> str:
    """What a list is about stays out of the line that shows on a locked telephone."""
    return f"A list of services from {team.name}"


def body_of(leaving: Leaving, team: Team) -> str:
    leaves = [_leaf(number, Leaf.of(item)) for number, item in enumerate(leaving.given, start=1)]
    parts = [
        leaving.title,
        leaving.purpose,
        *leaves,
        f"{ask(team)} {CHANGES}",
        "The same list is attached, to print.",
        team.name,
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _leaf(number: int, leaf: Leaf) -> str:
    rows = [f"{name}: {'; '.join(told.splitlines())}" for name, told in leaf.rows]
    heading = f"{number}. {leaf.name}" + (f" ({leaf.by})" if leaf.by else "")
    warning = f"Please note: {leaf.warning}" if leaf.warning else ""
    return "\n".join(filter(None, [heading, leaf.line, warning, leaf.says, *rows]))
