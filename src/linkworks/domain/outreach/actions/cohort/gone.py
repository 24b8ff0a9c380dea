"""A list that is sent again and again is looked at by what differs from the last."""

from typing import Any

from django.db import connection

from linkworks.domain.outreach.models import CohortImport
from linkworks.foundation.core import clock

# Each is asked as a join: PostgreSQL would look through a long list in an IN once for every row.
_CHANGED = """
UPDATE outreach_cohortrow AS r SET difference = 'changed'
WHERE r.batch_id = %(batch)s AND r.difference = '' AND EXISTS (
    SELECT FROM outreach_cohortrow AS before
    WHERE before.batch_id = %(previous)s AND before.committed_at IS NOT NULL AND before.person_id = r.person_id
)
"""

_NEW = """
UPDATE outreach_cohortrow SET difference = 'new' WHERE batch_id = %(batch)s AND difference = ''
"""

# Whoever is done with, and whoever we were told to go on ringing without them, needs no second decision.
_GONE = """
INSERT INTO outreach_cohortrow
    (id, created_at, updated_at, version, team_id, batch_id, number, came, entry, problems, row_hash, keys, section,
     difference, candidates, decision, reason, registered, joined, person_id, contact_id)
SELECT gen_random_uuid(), %(now)s, %(now)s, 1, %(team)s, %(batch)s,
       (SELECT max(number) FROM outreach_cohortrow WHERE batch_id = %(batch)s) + row_number() OVER (ORDER BY number),
       gone.came, gone.entry, '[]', gone.row_hash, '{}', 'gone', 'gone', '[]',
       CASE WHEN gone.decision = 'keep' OR contact.state = 'ended' THEN 'keep' ELSE '' END, '', false, false,
       gone.person_id, gone.contact_id
FROM outreach_cohortrow AS gone JOIN outreach_campaigncontact AS contact ON contact.id = gone.contact_id
WHERE gone.batch_id = %(previous)s AND gone.committed_at IS NOT NULL AND gone.repeat_of_id IS NULL
  AND gone.decision <> 'leave_out'
  AND NOT EXISTS (
      SELECT FROM outreach_cohortrow AS r WHERE r.batch_id = %(batch)s AND r.person_id = gone.person_id
  )
"""


def note_differences(batch: CohortImport) -> None:
    """Nothing for a sender's first list."""
    if batch.previous_id is None:
        return
    names: dict[str, Any] = {"batch": batch.pk, "previous": batch.previous_id, "team": batch.team_id}
    names["now"] = clock.now()
    with connection.cursor() as cursor:
        for statement in (_CHANGED, _NEW, _GONE):
            cursor.execute(statement, names)
