"""Four digits that a resident reads back on the published number, to check that a call is ours."""

from collections.abc import Iterator
from uuid import UUID

from linkworks.domain.outreach.models import HandOut
from linkworks.foundation.core import clock
from linkworks.foundation.core.prepared import prepared_cursor

CODES = 10_000
_TAKEN = "SELECT code FROM outreach_handout WHERE team_id = %s AND code = ANY (%s) AND at > %s"


def free_code(team_id: UUID, token: UUID) -> str:
    """No two calls of a team within a day share one while any are left; the number that was rung tells more."""
    wanted = list(_codes_in(token))
    with prepared_cursor() as cursor:
        cursor.execute(_TAKEN, [team_id, wanted, clock.now() - HandOut.CODE_GOOD_FOR])
        taken = {code for (code,) in cursor.fetchall()}
    return next((code for code in wanted if code not in taken), wanted[0])


def _codes_in(token: UUID) -> Iterator[str]:
    """A token is as good as nine of them at random."""
    rest = token.int
    while rest >= CODES:
        rest, code = divmod(rest, CODES)
        yield f"{code:04d}"
