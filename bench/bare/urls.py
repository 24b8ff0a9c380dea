"""Two ways of answering with the first page of the team's caseload: through Django's ORM, and as one plain SELECT."""

from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.urls import path

from linkworks.domain.casework.selectors.allocation import list_caseload_rows
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.paging import PER_PAGE

COLUMNS = ("name", "last_contact", "support_level", "worker")
SELECT = """
SELECT person.given_name || ' ' || person.family_name, "case".first_contact_at, "case".support_level, worker.name
FROM casework_case "case"
JOIN people_person person ON person.id = "case".person_id
JOIN casework_allocation allocation ON allocation.case_id = "case".id AND allocation.ended_at IS NULL
JOIN accounts_user worker ON worker.id = allocation.worker_id
WHERE "case".id = ANY(%s)
"""


def by_orm(_request: HttpRequest) -> JsonResponse:
    rows = [(case.person.full_name, case.last_contact_at, case.support_level, case.worker_name) for case in _cases()]
    return _answer(rows)


def by_select(_request: HttpRequest) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute(SELECT, [_case_ids()])
        return _answer(cursor.fetchall())


def _answer(rows: list[tuple[Any, ...]]) -> JsonResponse:
    return JsonResponse({"cases": [dict(zip(COLUMNS, row, strict=True)) for row in rows]})


def _cases() -> list[Any]:
    return list(list_caseload_rows(_actor(), None)[:PER_PAGE])


@cache
def _case_ids() -> list[UUID]:
    return [case.pk for case in _cases()]


@cache
def _actor() -> Actor:
    return Actor.system("bench", Team.objects.get().pk)


urlpatterns = [path("orm", by_orm), path("select", by_select)]
