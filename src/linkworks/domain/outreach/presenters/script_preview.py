"""A walk through a script of which nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from linkworks.domain.outreach.models import ScriptVersion
from linkworks.domain.outreach.presenters.script import ScriptView
from linkworks.domain.outreach.presenters.script_versions import version_url
from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.scripts.trail import write_trail
from linkworks.domain.outreach.scripts.walk import Given, concerns_raised, left_unasked, needs_raised
from linkworks.domain.outreach.scripts.words import URGENCIES
from linkworks.foundation.design.parts import Link

INVENTED: Mapping[str, str] = {
    "name": "Rosa Marsh",
    "caller": "Joan Abbott",
    "team": "the social prescribing team",
    "telephone": "020 7946 0150",
    "code": "4821",
}


@dataclass(frozen=True)
class PreviewPage:
    """`carried` go along with an answer, `with_language` with the choice of another language, `query` in a link."""

    title: str
    about: str
    back: Link
    script: ScriptView
    url: str
    carried: tuple[tuple[str, str], ...]
    with_language: tuple[tuple[str, str], ...]
    query: str
    outcome: tuple[str, ...]

    @classmethod
    def of(cls, version: ScriptVersion, script: Script, given: Given, *, module: str, language: str) -> "PreviewPage":
        said = tuple(("said", one) for one in write_trail(script, given))
        carried = (*said, ("language", language)) if language else said
        return cls(
            title="Try it out",
            about=str(version),
            back=Link(str(version), version_url(version)),
            script=ScriptView.of(script, given, INVENTED, module=module, language=language),
            url=version_url(version, "script_preview"),
            carried=carried,
            with_language=said,
            query=f"{urlencode(carried)}&" if carried else "",
            outcome=tuple(_outcome(script, given)),
        )


def _outcome(script: Script, given: Given) -> list[str]:
    """What a call like this leads to."""
    needs = [f"{need.read_back} ({URGENCIES[need.urgency]})" for need in needs_raised(script, given)]
    concerns = [f"The team lead is told at once: “{step.name}”" for step in concerns_raised(script, given)]
    unasked = [f"Not asked, because it may not be safe: “{step.name}”" for step in left_unasked(script, given)]
    return [*needs, *concerns, *unasked]
