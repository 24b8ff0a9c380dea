"""What was confirmed of the person of a case, and which circumstances there are."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q, QuerySet

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.matching.reading.circumstances import lexicon
from linkworks.domain.onward.models import ConfirmedCircumstance
from linkworks.foundation.core.actor import Actor


def list_confirmed(actor: Actor, case: Case) -> list[ConfirmedCircumstance]:
    """What stands, in the order it was confirmed; each carries `by_name`."""
    rows: QuerySet[Any] = ConfirmedCircumstance.objects.visible_to(actor).filter(case=case, taken_back_at__isnull=True)
    return list(rows.annotate(by_name=F("by__name")).order_by("confirmed_at"))


def is_known(name: str) -> bool:
    """Whether our lexicon or any service's entry speaks of it."""
    asks = Q(conditions_needed__contains=[name]) | Q(conditions_ruled_out__contains=[name])
    return name in lexicon() or Service.objects.listed().filter(asks).exists()


def with_implied(names: Iterable[str]) -> frozenset[str]:
    """With what follows: whoever is widowed is grieving."""
    known, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in known:
            known.add(name)
            waiting += lexicon()[name].implies if name in lexicon() else ()
    return frozenset(known)
