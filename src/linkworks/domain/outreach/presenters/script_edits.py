"""A form about one thing of a draft: where one is, and what stands beside the form."""

from dataclasses import dataclass

from linkworks.domain.outreach.models import ScriptVersion
from linkworks.domain.outreach.presenters.script_versions import StepBlock, version_url
from linkworks.domain.outreach.scripts.checks import problems
from linkworks.domain.outreach.scripts.content import Module, Script, Step
from linkworks.foundation.design.parts import Link


@dataclass(frozen=True)
class EditPage:
    """`remove` is the deed that takes the part or the step out of the script."""

    title: str
    about: str
    back: Link
    step: StepBlock | None
    remove: str
    deed_url: str
    when_url: str
    answer_url: str

    @classmethod
    def of(
        cls,
        draft: ScriptVersion,
        title: str,
        script: Script,
        *,
        module: Module | None = None,
        step: Step | None = None,
    ) -> "EditPage":
        return cls(
            title=title,
            about=step.name if step else module.title if module else "",
            back=Link(str(draft), f"{version_url(draft)}{_anchor(module, step)}"),
            step=StepBlock.of(draft, script, module, step, problems(script, ())) if module and step else None,
            remove=f"step.out.{step.key}" if step else f"part.out.{module.key}" if module else "",
            deed_url=version_url(draft, "script_rearrange"),
            when_url=version_url(draft, "script_when", step.key) if step else "",
            answer_url=version_url(draft, "script_answer_new", step.key) if step else "",
        )


@dataclass(frozen=True)
class ThrowAwayPage:
    title: str
    back: Link
    lines: tuple[str, ...]

    @classmethod
    def of(cls, draft: ScriptVersion) -> "ThrowAwayPage":
        what = "Nobody has heard its words." if draft.number > 1 else "It is the only version, so the script goes too."
        return cls(
            title=f"Throw {draft} away?",
            back=Link(str(draft), version_url(draft)),
            lines=(what, "It cannot be brought back."),
        )


def _anchor(module: Module | None, step: Step | None) -> str:
    return f"#step-{step.key}" if step else f"#part-{module.key}" if module else ""
