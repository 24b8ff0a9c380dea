"""The scripts of a team: their versions, one of them in order, and what changed."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from linkworks.domain.outreach.models import CallScript, ScriptVersion
from linkworks.domain.outreach.scripts.checks import Problem, problems
from linkworks.domain.outreach.scripts.content import Answer, Module, Script, Step
from linkworks.domain.outreach.scripts.differences import Differences, differences
from linkworks.domain.outreach.scripts.languages import NAMES
from linkworks.domain.outreach.scripts.words import KINDS, URGENCIES, conditions_of, way_of
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Link, Tag, When

DRAFT = Tag("Draft", "yellow")
PUBLISHED = Tag("Published", "green")


def version_url(version: ScriptVersion, part: str = "script_version", *keys: str) -> str:
    return reverse(f"outreach:{part}", args=[version.pk, *keys])


@dataclass(frozen=True)
class VersionLine:
    link: Link
    state: Tag
    at: When | None
    by: str
    changes: Link | None

    @classmethod
    def of(cls, version: ScriptVersion) -> "VersionLine":
        name = f"Version {version.number}"
        return cls(
            link=Link(name, version_url(version), f"of {version.script.name}"),
            state=PUBLISHED if version.published_at else DRAFT,
            at=When(version.published_at) if version.published_at else None,
            by=version.published_by.name if version.published_by else "",
            changes=Link("What changed", version_url(version, "script_changes"), f"in {name.lower()}")
            if version.number > 1
            else None,
        )


@dataclass(frozen=True)
class ScriptBlock:
    """`next_url` is where a next version is begun; blank while a draft of one is being written."""

    id: UUID
    name: str
    versions: tuple[VersionLine, ...]
    next_url: str

    @classmethod
    def of(cls, script: CallScript) -> "ScriptBlock":
        versions = list(script.versions.all())
        has_draft = any(one.published_at is None for one in versions)
        return cls(
            id=script.pk,
            name=script.name,
            versions=tuple(map(VersionLine.of, versions)),
            next_url="" if has_draft else reverse("outreach:script_next", args=[script.pk]),
        )


@dataclass(frozen=True)
class ScriptsPage:
    title: str
    scripts: tuple[ScriptBlock, ...]
    new_url: str

    @classmethod
    def of(cls, scripts: Iterable[CallScript]) -> "ScriptsPage":
        return cls("Scripts", tuple(map(ScriptBlock.of, scripts)), reverse("outreach:script_new"))


@dataclass(frozen=True)
class AnswerLine:
    """`leads` is blank where it is the step below."""

    key: str
    label: str
    leads: str
    facts: tuple[str, ...]
    edit: Link

    @classmethod
    def of(cls, version: ScriptVersion, script: Script, step: Step, answer: Answer) -> "AnswerLine":
        return cls(
            key=answer.key,
            label=answer.label,
            leads=way_of(script, answer) if answer.goes else "",
            facts=tuple(_facts(answer)),
            edit=Link("Change", version_url(version, "script_answer", step.key, answer.key), f"“{answer.label}”"),
        )


def _facts(answer: Answer) -> Iterator[str]:
    if answer.says_alone:
        yield "They are alone."
    if answer.raises_concern:
        yield "The team lead is told at once."
    if answer.read_back:
        yield f"Read back: “{answer.read_back}”"
    for need in answer.needs:
        yield f"Raises {need.type.replace('-', ' ')}, {URGENCIES[need.urgency]}: “{need.read_back}”"


@dataclass(frozen=True)
class StepBlock:
    key: str
    kind: str
    name: str
    say: str
    guidance: str
    conditions: tuple[str, ...]
    answers: tuple[AnswerLine, ...]
    problems: tuple[str, ...]
    is_first: bool
    is_last: bool
    edit_url: str

    @classmethod
    def of(
        cls, version: ScriptVersion, script: Script, module: Module, step: Step, found: Iterable[Problem]
    ) -> "StepBlock":
        return cls(
            key=step.key,
            kind=KINDS[step.kind],
            name=step.name,
            say=step.say,
            guidance=step.guidance,
            conditions=tuple(conditions_of(script, step)),
            answers=tuple(AnswerLine.of(version, script, step, answer) for answer in step.answers),
            problems=tuple(one.sentence for one in found if one.step == step.key),
            is_first=step == module.steps[0],
            is_last=step == module.steps[-1],
            edit_url=version_url(version, "script_step", step.key),
        )


@dataclass(frozen=True)
class ModuleBlock:
    key: str
    title: str
    opens: bool
    steps: tuple[StepBlock, ...]
    problems: tuple[str, ...]
    is_first: bool
    is_last: bool
    edit_url: str
    new_step_url: str

    @classmethod
    def of(cls, version: ScriptVersion, script: Script, module: Module, found: Collection[Problem]) -> "ModuleBlock":
        return cls(
            key=module.key,
            title=module.title,
            opens=module.opens,
            steps=tuple(StepBlock.of(version, script, module, step, found) for step in module.steps),
            problems=tuple(one.sentence for one in found if one.module == module.key and not one.step),
            is_first=module == script.modules[0],
            is_last=module == script.modules[-1],
            edit_url=version_url(version, "script_part", module.key),
            new_step_url=version_url(version, "script_step_new", module.key),
        )


@dataclass(frozen=True)
class VersionPage:
    """`mend` leads to each thing that is wrong. `deed_url` is where moving and removing is done."""

    title: str
    state: Tag
    is_draft: bool
    version: int
    mend: tuple[Link, ...]
    problems: tuple[str, ...]
    modules: tuple[ModuleBlock, ...]
    languages: str
    urls: dict[str, str]

    @classmethod
    def of(cls, version: ScriptVersion, need_types: Collection[str]) -> "VersionPage":
        script = version.read()
        found = [] if version.published_at else problems(script, need_types)
        return cls(
            title=str(version),
            state=PUBLISHED if version.published_at else DRAFT,
            is_draft=version.published_at is None,
            version=version.version,
            mend=tuple(Link(str(one), _anchor(one)) for one in found if one.module),
            problems=tuple(one.sentence for one in found if not one.module),
            modules=tuple(ModuleBlock.of(version, script, module, found) for module in script.modules),
            languages=words.listed([script.language, *(NAMES[tag] for tag in script.translations)]),
            urls={part: version_url(version, f"script_{part}") for part in PARTS},
        )


PARTS = ("preview", "changes", "translations", "publish", "rearrange", "part_new", "throw_away")


def _anchor(problem: Problem) -> str:
    return f"#step-{problem.step}" if problem.step else f"#part-{problem.module}"


@dataclass(frozen=True)
class ChangesPage:
    title: str
    lead: str
    changes: tuple[Differences, ...]
    back: Link

    @classmethod
    def of(cls, version: ScriptVersion, before: ScriptVersion | None) -> "ChangesPage":
        return cls(
            title=f"What changed in {version}",
            lead=f"Beside version {before.number}." if before else "This is the first version.",
            changes=tuple(differences(before.read(), version.read())) if before else (),
            back=Link(str(version), version_url(version)),
        )
