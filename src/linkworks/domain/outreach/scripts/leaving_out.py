"""A question of the script that is left out, and why. It stands for the answer, in words that anybody can read."""

from linkworks.domain.outreach.scripts.content import Script, Step, StepKind
from linkworks.foundation.core.errors import Refused

LEFT_OUT = "left out: "
REASONS = tuple(f"{LEFT_OUT}{why}" for why in ("did not want to say", "not the right moment", "already known"))
QUESTIONS = (StepKind.CHOICE, StepKind.SEVERAL, StepKind.WORDS)


def may_be_left_out(script: Script, step: Step) -> bool:
    """Never what opens a call, such as who it is and whether they agree, nor whether they can talk freely."""
    opens = any(module.opens and step in module.steps for module in script.modules)
    return step.kind in QUESTIONS and not opens and step not in script.asks_alone


def is_left_out(value: object) -> bool:
    return isinstance(value, str) and value.startswith(LEFT_OUT)


def why_left_out(pressed: str, words: str) -> str:
    """`pressed` is one of the reasons, or says that the reason is in `words`. Raises Refused where there are none."""
    if pressed in REASONS:
        return pressed
    if not words.strip():
        raise Refused("Say why the question is left out.")
    return f"{LEFT_OUT}{words.strip()}"
