"""What there is to work on, by category, and how it stands."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from linkworks.domain.casework.choices import NEED_MOVES, NeedCategory, NeedStatus
from linkworks.domain.casework.models import Case, Need, NeedMove
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.words import listed


@transaction.atomic
def add_needs(
    actor: Actor, *, case: Case, categories: Sequence[NeedCategory], words: str = "", at: datetime | None = None
) -> list[Need]:
    """Several at once. `words` say more about all of them."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    _insist_on_new(case, categories)
    added = [_add(actor, case, category, words, at or clock.now()) for category in dict.fromkeys(categories)]
    record(actor, "needs.added", subject=case, person_id=case.person_id, categories=",".join(categories))
    return added


@transaction.atomic
def move_need(
    actor: Actor, *, need: Need, expected_version: int | None, status: NeedStatus, at: datetime | None = None
) -> None:
    require(may_work_on, actor, need.case)
    need.case.insist_not_closed()
    if status not in NEED_MOVES[NeedStatus(need.status)]:
        raise Refused("This need is already settled. Take it up again first.", "status")
    need.change(expected_version=expected_version, status=status)
    NeedMove.on(need.case, actor, need=need, status=status, at=at or clock.now()).save()
    record(actor, "need.moved", subject=need, person_id=need.person_id, category=need.category, status=status)


def _insist_on_new(case: Case, categories: Sequence[NeedCategory]) -> None:
    """Two open needs of one category would be one need told twice; “something else” may be several things."""
    if not categories:
        raise Refused("Choose at least one need", "categories")
    Case.objects.select_for_update().get(pk=case.pk)
    open_needs = Need.objects.filter(case=case, status=NeedStatus.OPEN).exclude(category=NeedCategory.OTHER)
    twice = open_needs.filter(category__in=categories).values_list("category", flat=True)
    if twice:
        told = listed(NeedCategory(category).label for category in twice)
        raise Refused(f"Already being worked on: {told}. Take out the tick and save again.", "categories")


def _add(actor: Actor, case: Case, category: NeedCategory, words: str, at: datetime) -> Need:
    need = Need.on(case, actor, category=category, words=words)
    need.save()
    NeedMove.on(case, actor, need=need, status=NeedStatus.OPEN, at=at).save()
    return need
