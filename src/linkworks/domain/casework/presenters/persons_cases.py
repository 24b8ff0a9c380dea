from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.presenters.case_page import STATUS_TAGS
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Link, SummaryRow


@dataclass(frozen=True)
class CasesPanel:
    """On a person's page: each case, and the way to it."""

    rows: tuple[SummaryRow, ...]

    @classmethod
    def of(cls, cases: Iterable[Case]) -> "CasesPanel":
        return cls(tuple(_row(case) for case in cases))


def _row(case: Case) -> SummaryRow:
    opened = words.full_date(case.opened_at)
    worker = getattr(case, "worker_name", None) or "nobody yet"
    link = Link("Open", reverse("casework:case", args=[case.pk]), f"the case of {opened}")
    return SummaryRow(f"Since {opened}", [STATUS_TAGS[CaseStatus(case.status)], f"Looked after by {worker}"], link)
