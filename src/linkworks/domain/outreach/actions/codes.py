"""Four digits that a resident reads back on the published number, to check that a call is ours."""

from collections.abc import Iterator
from uuid import UUID

from linkworks.domain.outreach.models import HandOut
from linkworks.foundation.core import clock

CODES = 10_000


def free_code(team_id: UUID, token: UUID) -> str:
    """No two calls of a team within a day share one while any are left; the number that was rung tells more."""
    wanted = list(_codes_in(token))
    calls = HandOut.objects.filter(team_id=team_id, code__in=wanted, at__gt=clock.now() - HandOut.CODE_GOOD_FOR)
    taken = set(calls.values_list("code", flat=True))
    return next((code for code in wanted if code not in taken), wanted[0])


def _codes_in(token: UUID) -> Iterator[str]:
    """A token is as good as nine of them at random."""
    rest = token.int
    while rest >= CODES:
        rest, code = divmod(rest, CODES)
        yield f"{code:04d}"
