"""From the form in which a script is kept (TOML in the program, JSON in the database) to its facts."""

from collections.abc import Mapping
from typing import Any

from linkworks.domain.outreach.scripts.content import Answer, Guard, Module, Need, Script, Step, StepKind, Translation


class UnreadableScriptError(ValueError):
    """What is kept is no script; the message says where."""


def read_script(kept: Mapping[str, Any]) -> Script:
    try:
        modules = tuple(map(_module, kept["modules"]))
        return Script(kept["title"], kept["language"], modules, _translations(kept.get("translations", {})))
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableScriptError(f"The script cannot be read: {error!r}.") from error


def _translations(kept: Mapping[str, Any]) -> dict[str, dict[str, Translation]]:
    return {
        tag: {place: Translation(one["of"], one["says"]) for place, one in texts.items()} for tag, texts in kept.items()
    }


def _module(kept: Mapping[str, Any]) -> Module:
    return Module(kept["key"], kept["title"], tuple(map(_step, kept["steps"])), kept.get("opens", False))


def _step(kept: Mapping[str, Any]) -> Step:
    return Step(
        key=kept["key"],
        kind=StepKind(kept["kind"]),
        say=kept["say"],
        guidance=kept.get("guidance", ""),
        guards=tuple(Guard(one["step"], tuple(one["among"])) for one in kept.get("guards", ())),
        answers=tuple(map(_answer, kept.get("answers", ()))),
        only_alone=kept.get("only_alone", False),
    )


def _answer(kept: Mapping[str, Any]) -> Answer:
    return Answer(
        key=kept["key"],
        label=kept["label"],
        goes=kept.get("goes", ""),
        needs=_needs(kept),
        read_back=kept.get("read_back", ""),
        raises_concern=kept.get("raises_concern", False),
        says_alone=kept.get("says_alone", False),
    )


def _needs(kept: Mapping[str, Any]) -> tuple[Need, ...]:
    return tuple(Need(one["type"], one["urgency"], one["read_back"]) for one in kept.get("needs", ()))


def needs_of(script: Script) -> set[str]:
    """The kinds of need that its answers raise."""
    return {need.type for step in script.steps.values() for answer in step.answers for need in answer.needs}
