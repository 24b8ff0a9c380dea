"""What the parts of a script are called on a page."""

from linkworks.domain.outreach.scripts.content import (
    END_OF_CALL,
    END_OF_MODULE,
    Answer,
    Script,
    Step,
    StepKind,
    Urgency,
)

KINDS = {
    StepKind.CHOICE: "Ask, and choose one answer",
    StepKind.SEVERAL: "Ask, and choose all that apply",
    StepKind.WORDS: "Ask, and write down their words",
    StepKind.SAY: "Say it, and carry on",
    StepKind.SHARING: "Ask about each need whether it may be passed on",
}
URGENCIES: dict[Urgency, str] = {
    "immediate": "at once",
    "today": "today",
    "two_days": "within two days",
    "routine": "soon",
}
BELOW = "the step below"
ENDS = {END_OF_MODULE: "the end of this part", END_OF_CALL: "the end of the call"}


def way_of(script: Script, answer: Answer) -> str:
    if not answer.goes:
        return BELOW
    step = script.steps.get(answer.goes)
    return ENDS.get(answer.goes) or (f"“{step.name}”" if step else "a step that is no longer there")


def conditions_of(script: Script, step: Step) -> list[str]:
    """When it is said, a sentence each; none where it always is."""
    told = []
    for guard in step.guards:
        asked = script.steps.get(guard.step)
        if asked is None:
            told.append("After a question that is no longer there.")
            continue
        labels = [answer.label for key in guard.among if (answer := asked.answer(key))]
        told.append(f"After “{asked.name}”: {' or '.join(f'“{label}”' for label in labels)}.")
    return [*told, *(["Only when they are known to be alone."] if step.only_alone else [])]
