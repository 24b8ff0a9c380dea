"""What was given to a step, as it is kept."""

from linkworks.domain.outreach.scripts.content import Script, Step, StepKind
from linkworks.domain.outreach.scripts.leaving_out import is_left_out, may_be_left_out, why_left_out
from linkworks.domain.outreach.scripts.walk import Given, Value, needs_raised
from linkworks.foundation.core.errors import Refused


def value_of(script: Script, step: Step, given: Given, chosen: list[str], words: str = "") -> Value:
    """`given` is what the call has so far, `chosen` are keys or why it is left out, `words` what was typed.

    Raises Refused where an answer was asked for and none was chosen, or where it is left out for no reason.
    """
    if may_be_left_out(script, step) and (pressed := next(filter(is_left_out, chosen), "")):
        return why_left_out(pressed, words)
    if step.kind == StepKind.SHARING:
        return {need.type: need.type in chosen for need in needs_raised(script, given)}
    known = [key for key in chosen if step.answer(key)]
    if step.offers and not known:
        raise Refused("Choose an answer.")
    if step.kind == StepKind.CHOICE:
        return known[0]
    if step.kind == StepKind.SEVERAL:
        return known
    return words.strip() or None
