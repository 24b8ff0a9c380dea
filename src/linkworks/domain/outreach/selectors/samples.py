"""Calls to look at, and what was said of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.outreach.models import CallSample, Campaign, ScriptAnswer
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.scripts.standing import standing
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


@dataclass(frozen=True)
class SampledCall:
    """`answers` are those that count, in the order in which they were given."""

    sample: CallSample
    answers: list[ScriptAnswer]


def list_to_look_at(actor: Actor, campaign: Campaign) -> QuerySet[CallSample]:
    """Longest waiting first; nobody looks at their own."""
    require(may_run_campaigns, actor)
    samples: QuerySet[CallSample] = CallSample.objects.visible_to(actor).filter(campaign=campaign, looked_at=None)
    samples = samples.exclude(caller_id=actor.user_id)
    return samples.select_related("person", "caller", "attempt__outcome").order_by("created_at")


def get_sampled_call(actor: Actor, sample_id: UUID) -> SampledCall:
    require(may_run_campaigns, actor)
    samples = CallSample.objects.visible_to(actor).select_related("person", "caller", "attempt__outcome", "campaign")
    sample = samples.filter(pk=sample_id).first()
    if sample is None:
        raise NotFound
    rows = ScriptAnswer.objects.visible_to(actor).filter(token=sample.attempt.token).select_related("version_used")
    return SampledCall(sample, list(_counted({row.step: row for row in rows.order_by("at")})))


def _counted(newest: Mapping[str, ScriptAnswer]) -> Iterator[ScriptAnswer]:
    """`newest` is by the step."""
    scripts = {row.version_used_id: row.version_used.read() for row in newest.values()}
    given = {step: row.given for step, row in newest.items()}
    counted = set[str]().union(*(standing(script, given) for script in scripts.values()))
    return (row for step, row in newest.items() if step in counted)


def list_words_to(actor: Actor) -> list[CallSample]:
    """What colleagues said of the actor's own calls, newest first; of whom they rang, nothing."""
    with acting(queue(actor)):
        mine = CallSample.objects.filter(caller_id=actor.own_id, looked_at__isnull=False)
        told = mine.select_related("looked_at_by", "attempt").defer("person").order_by("-looked_at")
        return list(told[:50])


def count_unread_words(actor: Actor) -> int:
    with acting(queue(actor)):
        mine = CallSample.objects.filter(caller_id=actor.own_id, looked_at__isnull=False, seen_by_caller_at=None)
        return int(mine.count())
