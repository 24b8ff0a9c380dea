"""Four digits that a resident reads back on the published number, to check that a call is ours."""

from collections.abc import Collection, Iterator
from uuid import UUID

from linkworks.domain.outreach.models import HandOut
from linkworks.foundation.core import clock
from linkworks.foundation.core.prepared import prepared_cursor

CODES = 10_000
_TAKEN = "SELECT code FROM outreach_handout WHERE team_id = %s AND code = ANY (%s) AND at > %s"


def free_code(team_id: UUID, token: UUID) -> str:
    """No two calls of a team within a day share one while any are left; the number that was rung tells more."""
    with prepared_cursor() as cursor:
        cursor.execute(_TAKEN, [team_id, codes_in(token), clock.now() - HandOut.CODE_GOOD_FOR])
        return first_free(token, {code for (code,) in cursor.fetchall()})


def first_free(token: UUID, taken: Collection[str]) -> str:
    wanted = codes_in(token)
    return next((code for code in wanted if code not in taken), wanted[0])


def codes_in(token: UUID) -> list[str]:
    """A token is as good as nine of them at random."""
    return list(_read_off(token.int))


def _read_off(rest: int) -> Iterator[str]:
    while rest >= CODES:
        rest, code = divmod(rest, CODES)
        yield f"{code:04d}"
