"""The team leads who open the pages, and what each of them can open."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from bench.data.cases import LONGEST_EVERY
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.selectors.cases import list_own_cases
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.actors import staff_actor
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, User


@dataclass(frozen=True)
class Lead:
    user: User
    caseload: list[Case]
    longest: list[UUID]
    """The cases of the caseload with the longest timelines."""


def list_leads() -> Iterator[Lead]:
    for membership in Membership.objects.filter(role=Role.TEAM_LEAD).select_related("user").order_by("user__email"):
        actor = staff_actor(membership, membership.user)
        with acting(actor):
            cases = list(list_own_cases(actor).select_related("person").annotate(contacts_had=Count("contacts")))
        open_now = [case for case in cases if case.closed_at is None]
        by_length = sorted(open_now, key=lambda case: -case.contacts_had)
        yield Lead(membership.user, open_now, [case.pk for case in by_length[: len(by_length) // LONGEST_EVERY or 1]])
