"""What was said so far, as short words for an address: for a walk of which nothing is kept."""

from collections.abc import Iterable

from linkworks.domain.outreach.scripts.content import Script, StepKind
from linkworks.domain.outreach.scripts.leaving_out import is_left_out
from linkworks.domain.outreach.scripts.saying import value_of
from linkworks.domain.outreach.scripts.walk import Given, Value

BETWEEN = "."


def read_trail(script: Script, said: Iterable[str]) -> dict[str, Value]:
    """Each is the key of a step, then those of what was chosen. Raises Refused where an answer is missing."""
    given: dict[str, Value] = {}
    for one in said:
        key, *chosen = one.split(BETWEEN)
        if step := script.steps.get(key):
            given[key] = value_of(script, step, given, chosen)
    return given


def write_trail(script: Script, given: Given) -> list[str]:
    """What somebody typed stays behind."""
    return [BETWEEN.join([key, *_chosen(script, key, value)]) for key, value in given.items()]


def _chosen(script: Script, key: str, value: Value) -> list[str]:
    if is_left_out(value):
        return [str(value)]
    if script.steps[key].kind == StepKind.WORDS or value is None:
        return []
    if isinstance(value, dict):
        return [need for need, agreed in value.items() if agreed]
    return value if isinstance(value, list) else [value]
