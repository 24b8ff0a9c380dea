"""From a draft to words that callers say."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction

from linkworks.domain.outreach.models import CallScript, ScriptVersion
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.scripts.checks import problems
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def draft_script(actor: Actor, *, name: str, content: Mapping[str, Any]) -> ScriptVersion:
    """A new version of the script of this name, which is made where there is none; a draft is overwritten."""
    require(may_run_campaigns, actor)
    script, _ = CallScript.objects.get_or_create(team_id=actor.own_team, name=name)
    versions = ScriptVersion.objects.filter(script=script)
    draft = versions.filter(published_at__isnull=True).first()
    if draft is None:
        draft = ScriptVersion(team_id=actor.own_team, script=script, number=versions.count() + 1)
    draft.content = dict(content)
    draft.save()
    return draft


@transaction.atomic
def publish_script(actor: Actor, *, draft: ScriptVersion, need_types: Collection[str]) -> None:
    """From now on its words stand. Raises Refused with what is wrong, where a call could lead nowhere."""
    require(may_run_campaigns, actor)
    if wrong := problems(draft.read(), need_types):
        raise Refused("This script cannot be used yet. " + " ".join(map(str, wrong)))
    draft.change(published_at=clock.now(), published_by_id=actor.own_id)
    record(actor, "script.published", subject=draft, number=draft.number)
