"""Who takes on the next step: of those with the role, whoever has the fewest open ones."""

from collections import Counter
from collections.abc import Collection
from functools import cached_property
from uuid import UUID

from django.db.models import Count

from linkworks.domain.outreach.models import LadderStep
from linkworks.domain.people.models import Restriction
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.core.actor import Actor

# Where nobody has the role that a rule asks for; last of all, anybody of the team.
INSTEAD: tuple[Role | None, ...] = (Role.COORDINATOR, Role.TEAM_LEAD, Role.LINK_WORKER)


class Rota:
    """For as many people as come at once: each pick counts."""

    def __init__(self, actor: Actor, person_ids: Collection[UUID]) -> None:
        self.actor = actor
        self._members: dict[Role | None, list[UUID]] = {}
        hidden = Restriction.objects.visible_to(actor).filter(person_id__in=person_ids, ended_at=None)
        self._named = {restriction.person_id: set(restriction.staff_ids) for restriction in hidden}

    def pick(self, role: Role, person_id: UUID, *, rather: UUID | None = None) -> UUID:
        """A person whose record is restricted goes to somebody who may open it. `rather` is who had them before."""
        for wanted in (role, *INSTEAD):
            may = [member for member in self._of(wanted) if self._may_open(member, person_id)]
            if may:
                return self._take(may, rather)
        return self._take(self._of(None), rather)

    def _take(self, may: list[UUID], rather: UUID | None) -> UUID:
        chosen = rather if rather in may else min(may, key=lambda member: self._load[member])
        self._load[chosen] += 1
        return chosen

    def _of(self, role: Role | None) -> list[UUID]:
        if role not in self._members:
            colleagues = list_colleagues(self.actor, role) if role else list_colleagues(self.actor)
            self._members[role] = list(colleagues.values_list("pk", flat=True))
        return self._members[role]

    def _may_open(self, user_id: UUID, person_id: UUID) -> bool:
        return person_id not in self._named or user_id in self._named[person_id]

    @cached_property
    def _load(self) -> Counter[UUID]:
        steps = LadderStep.objects.visible_to(self.actor).filter(result="")
        counted = steps.order_by().values_list("owner_id").annotate(open=Count("pk"))
        return Counter(dict(counted))
