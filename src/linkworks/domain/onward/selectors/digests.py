"""Which digests of services still hold, and which have to be made."""

from collections.abc import Sequence
from uuid import UUID

from linkworks.domain.onward.matching.digest import edition
from linkworks.domain.onward.matching.meaning import model
from linkworks.foundation.core.rows import read_rows

# Of the words that matching reads.
WORDS_HASH = "md5(ROW(s.name, s.aliases, s.former_names, s.description, s.categories, s.eligibility)::text)"
LISTED = "(s.gone_at IS NULL AND NOT (s.status IN ('inactive', 'defunct')))"
_WITHOUT = f"""
SELECT s.id, {WORDS_HASH}
FROM directory_service s LEFT JOIN onward_servicedigest d ON d.service_id = s.id
WHERE {LISTED} AND s.id > %s AND (d.service_id IS NULL OR d.edition <> %s OR d.words_hash <> {WORDS_HASH})
ORDER BY s.id LIMIT %s
"""  # noqa: S608 (only words of ours)  # nosec B608
_UNREAD = f"""
SELECT s.id, {WORDS_HASH}
FROM directory_service s JOIN onward_servicedigest d ON d.service_id = s.id
WHERE {LISTED} AND s.id > %s AND d.model <> %s
ORDER BY s.id LIMIT %s
"""  # noqa: S608 (only words of ours)  # nosec B608
Hashed = Sequence[tuple[UUID, str]]


def list_without_digest(after: UUID, count: int) -> Hashed:
    """Ids and hashes of words, by id, of services whose digest is missing or no longer holds."""
    return read_rows(_WITHOUT, [after, edition(), count])


def list_unread(after: UUID, count: int) -> Hashed:
    """Of those that the language model has not read."""
    return read_rows(_UNREAD, [after, model.NAME, count])
