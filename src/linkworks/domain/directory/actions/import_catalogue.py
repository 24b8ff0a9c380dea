"""Loading our own catalogue shape in one go. A second load of the same file is a difference, never a duplicate."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from linkworks.domain.directory.actions.imports.commit import commit_import, summary
from linkworks.domain.directory.actions.imports.read import known_source, read_source
from linkworks.domain.directory.choices import FeedFormat, Kind
from linkworks.domain.directory.formats.catalogue import to_hsds
from linkworks.domain.directory.formats.told import told
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def import_catalogue(actor: Actor, *, source: str, entries: Iterable[dict[str, Any]]) -> Counter[str]:
    """Returns how many entries were new, changed, the same and held back. What the file does not mention stays."""
    origin = known_source(actor, name=source, feed_format=FeedFormat.CATALOGUE)
    batch = read_source(
        actor,
        source=origin,
        reader=lambda course: (told(Kind.SERVICE, entry, to_hsds) for entry in entries),
        origin=source,
    )
    commit_import(actor, batch=batch)
    return +Counter(summary(batch))
