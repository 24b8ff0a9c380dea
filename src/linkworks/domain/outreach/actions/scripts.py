"""From a draft to words that callers say."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction

from linkworks.domain.outreach.models import CallScript, ScriptVersion
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.scripts.checks import problems
from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.scripts.writing import write_script
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, Refused

STANDS = "This version is published, and its words stand. Write the next version instead."
KEPT = "This version is published: callers may have said its words, and answers are given to them. So it stays."


@transaction.atomic
def draft_script(actor: Actor, *, name: str, content: Mapping[str, Any]) -> ScriptVersion:
    """A new script, with its first draft."""
    require(may_run_campaigns, actor)
    if CallScript.objects.visible_to(actor).filter(name=name).exists():
        raise Refused("There is a script of this name already. Give this one another.", "name")
    script = CallScript(team_id=actor.own_team, name=name)
    script.save()
    return _begin(actor, script, 1, content)


@transaction.atomic
def draft_next_version(actor: Actor, *, script: CallScript, content: Mapping[str, Any]) -> ScriptVersion:
    require(may_run_campaigns, actor)
    versions = ScriptVersion.objects.visible_to(actor).filter(script=script)
    if versions.filter(published_at__isnull=True).exists():
        raise Refused("A draft of this script is being written already. Open that one.")
    return _begin(actor, script, versions.count() + 1, content)


def _begin(actor: Actor, script: CallScript, number: int, content: Mapping[str, Any]) -> ScriptVersion:
    draft = ScriptVersion(team_id=actor.own_team, script=script, number=number, content=dict(content))
    draft.save()
    record(actor, "script.begun", subject=draft, number=number)
    return draft


@transaction.atomic
def change_draft(actor: Actor, *, draft: ScriptVersion, script: Script, expected_version: int | None = None) -> None:
    """Raises Refused where it is published, Conflict where somebody else changed it meanwhile."""
    require(may_run_campaigns, actor)
    _insist_on_draft(draft)
    draft.change(expected_version=expected_version, content=write_script(script))
    record(actor, "script.changed", subject=draft, number=draft.number)


@transaction.atomic
def throw_away_draft(actor: Actor, *, draft: ScriptVersion, expected_version: int | None = None) -> None:
    """The script too, where it has no other version. Raises Refused where it is published, Conflict where somebody
    else changed it meanwhile."""
    require(may_run_campaigns, actor)
    held = ScriptVersion.objects.select_for_update(of=("self",)).select_related("script").get(pk=draft.pk)
    if held.published_at:
        raise Refused(KEPT)
    if expected_version not in (None, held.version):
        raise Conflict("Somebody else changed this draft while you were looking at it.")
    record(actor, "script.thrown_away", subject=held, number=held.number)
    held.delete()
    if not held.script.versions.exists():
        held.script.delete()


def _insist_on_draft(draft: ScriptVersion) -> None:
    if draft.published_at:
        raise Refused(STANDS)


@transaction.atomic
def publish_script(
    actor: Actor, *, draft: ScriptVersion, need_types: Collection[str], expected_version: int | None = None
) -> None:
    """From now on its words stand. Raises Refused with what is wrong, where a call could lead nowhere."""
    require(may_run_campaigns, actor)
    _insist_on_draft(draft)
    if wrong := problems(draft.read(), need_types):
        raise Refused("This script cannot be used yet. " + " ".join(map(str, wrong)))
    draft.change(expected_version=expected_version, published_at=clock.now(), published_by_id=actor.own_id)
    record(actor, "script.published", subject=draft, number=draft.number)
