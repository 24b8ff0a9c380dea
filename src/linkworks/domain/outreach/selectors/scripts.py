from uuid import UUID

from django.db.models import Prefetch, QuerySet

from linkworks.domain.outreach.models import CallScript, NeedType, ScriptVersion
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def list_scripts(actor: Actor) -> QuerySet[CallScript]:
    """By name, each with its versions, the newest first, without their words."""
    require(may_run_campaigns, actor)
    versions = ScriptVersion.objects.visible_to(actor).defer("content").select_related("published_by")
    scripts: QuerySet[CallScript] = CallScript.objects.visible_to(actor).order_by("name")
    return scripts.prefetch_related(Prefetch("versions", versions.order_by("-number")))


def get_newest_version(actor: Actor, script_id: UUID) -> ScriptVersion:
    newest = _versions(actor).filter(script_id=script_id).order_by("-number").first()
    if newest is None:
        raise NotFound
    return newest


def get_script_version(actor: Actor, version_id: UUID) -> ScriptVersion:
    version = _versions(actor).filter(pk=version_id).first()
    if version is None:
        raise NotFound
    return version


def get_version_before(actor: Actor, version: ScriptVersion) -> ScriptVersion | None:
    earlier = _versions(actor).filter(script_id=version.script_id, number__lt=version.number)
    return earlier.order_by("-number").first()


def _versions(actor: Actor) -> QuerySet[ScriptVersion]:
    require(may_run_campaigns, actor)
    versions: QuerySet[ScriptVersion] = ScriptVersion.objects.visible_to(actor).select_related("script")
    return versions


def need_types(actor: Actor) -> dict[str, str]:
    """The label of each kind of help by its code: of every campaign, and of the shipped script."""
    codes = sorted(needs_of(read_script(welfare_call())))
    shipped = {code: code.replace("-", " ").capitalize() for code in codes}
    return {**shipped, **dict(NeedType.objects.visible_to(actor).order_by("label").values_list("code", "label"))}
