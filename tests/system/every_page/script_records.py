"""Scripts in every state: published, a draft in two languages, and one with things to mend."""

from typing import Any

from linkworks.domain.outreach.actions.scripts import change_draft, draft_next_version, draft_script
from linkworks.domain.outreach.models import ScriptVersion
from linkworks.domain.outreach.scripts import editing
from linkworks.domain.outreach.scripts.content import StepKind
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.scripts.texts import texts_of, translate
from linkworks.foundation.core.actor import Actor


def build(coordinator: Actor, published: ScriptVersion) -> dict[str, Any]:
    draft = draft_next_version(coordinator, script=published.script, content=published.content)
    script = draft.read()
    title, hello, *_ = texts_of(script.module("opening"))
    script = translate(script, "ur", {title: "سلام", hello: "سلام، کیا میں {name} سے بات کر سکتا ہوں؟"})
    script = editing.change_module(script, "company", title="Company", opens=False)
    change_draft(coordinator, draft=draft, script=script)

    wrong = draft_script(coordinator, name="Winter call", content=welfare_call())
    broken, _ = editing.add_step(
        wrong.read(), "home", kind=StepKind.CHOICE, say="Is there mould?", guidance="", labels=["No"]
    )
    change_draft(coordinator, draft=wrong, script=editing.add_module(broken, title="Pets", opens=False))
    return {"published": published, "draft": draft, "wrong": wrong}
