from typing import Any, TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, Func, OuterRef, Q, QuerySet, Subquery, UUIDField, Value

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Allocation, Case, CaseRecord, Cover
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, ReasonNeeded

Row = TypeVar("Row", bound=CaseRecord)


def get_case(actor: Actor, case_id: UUID) -> Case:
    """The case with its team, person, practice and referral, in one query.

    `is_in_caseload` and `opening_reason` are set on it. Raises NotFound; and ReasonNeeded for staff outside whose
    caseload it lies and who have not said today why they open it.
    """
    cases = Case.objects.visible_to(actor).annotate(**_reach_of(actor))
    case: Case | None = cases.select_related("team", "person__practice", "referral").filter(pk=case_id).first()
    if case is None:
        raise NotFound
    if actor.is_staff and not (case.is_in_caseload or case.opening_reason):
        raise ReasonNeeded(case.person_id)
    return case


def get_case_row(actor: Actor, model: type[Row], row_id: UUID) -> Row:
    """One row of a case, with its case. Raises NotFound, and ReasonNeeded as for the case."""
    row: Row | None = model.objects.visible_to(actor).filter(pk=row_id).first()
    if row is None:
        raise NotFound
    row.case = get_case(actor, row.case_id)
    return row


def is_in_caseload(actor: Actor, case: Case) -> bool:
    """Whether the actor is the allocated worker, or covers for them today."""
    return list_own_cases(actor).filter(pk=case.pk).exists()


def holds_case_of(actor: Actor, person_id: UUID) -> bool:
    """Whether any case of this person is in the actor's caseload."""
    return list_own_cases(actor).filter(person_id=person_id).exists()


def list_own_cases(actor: Actor) -> QuerySet[Case]:
    """Cases the actor looks after today, closed ones too: their own, and those of colleagues for whom they cover."""
    cases: QuerySet[Case] = Case.objects.visible_to(actor).filter(_in_caseload_of(actor))
    return cases


def list_open_cases(actor: Actor, *, worker_id: UUID | None = None) -> QuerySet[Case]:
    """Cases that are not closed, longest open first; with a worker named, only those allocated to them."""
    cases: QuerySet[Case] = Case.objects.visible_to(actor).exclude(status=CaseStatus.CLOSED)
    if worker_id is not None:
        current = Allocation.objects.filter(worker_id=worker_id, ended_at__isnull=True)
        cases = cases.filter(pk__in=current.values("case_id"))
    return cases.select_related("person").order_by("opened_at")


def list_cases_of(actor: Actor, person_id: UUID) -> QuerySet[Case]:
    """A person's cases, newest first, each with its `worker_name`. Whoever asks has opened the person's record."""
    current = Allocation.objects.filter(case_id=OuterRef("pk"), ended_at__isnull=True)
    cases: QuerySet[Case] = Case.objects.visible_to(actor).filter(person_id=person_id)
    return cases.annotate(worker_name=Subquery(current.values("worker__name")[:1])).order_by("-opened_at")


def is_worked_by(actor: Actor) -> Q:
    """For anything with a `worker`: that it is the actor's today, or that of a colleague for whom they cover."""
    today = clock.today()
    covers = Cover.objects.filter(
        covered_by_id=actor.user_id, starts_on__lte=today, ends_on__gte=today, ended_at__isnull=True
    )
    away = ArraySubquery(covers.values("away_id"))
    return Q(_IsOneOf("worker_id", Func(away, Value(actor.user_id, UUIDField()), function="array_append")))


class _IsOneOf(Func):
    """`value = ANY(array)`. Said as “theirs, or of those they cover” it would keep every index from being used."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def _reach_of(actor: Actor) -> dict[str, Any]:
    return {"is_in_caseload": _in_caseload_of(actor), "opening_reason": _reason_today_of(actor)}


def _in_caseload_of(actor: Actor) -> Exists:
    current = Allocation.objects.filter(case_id=OuterRef("pk"), ended_at__isnull=True)
    return Exists(current.filter(is_worked_by(actor)))


def _reason_today_of(actor: Actor) -> Subquery:
    by_actor = RecordOpening.objects.filter(Q(user_id=actor.user_id), on_day=clock.today())
    return Subquery(by_actor.filter(person_id=OuterRef("person_id")).values("reason")[:1])
