"""How a rule that was put aside is said on the page of the option and on the timeline."""

from collections.abc import Iterable

from linkworks.domain.onward.choices import Overridable
from linkworks.foundation.core import words


def overridden_words(rules: Iterable[str], because: str) -> str:
    """“Put to them although it was full: they will wait.” Blank when no rule was put aside."""
    against = words.listed(label[:1].lower() + label[1:] for label in (Overridable(rule).label for rule in rules))
    return f"Put to them although {against}: {because}" if against else ""
