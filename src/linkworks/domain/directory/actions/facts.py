"""Putting right what an entry says of itself."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.facts import changes_for, corrections
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.selectors.records import shown_records
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def put_facts_right(
    actor: Actor, *, service: Service, given: Mapping[str, Any], expected_version: int | None = None
) -> None:
    """`given` has values by the columns of `facts.COLUMNS`; those that are as they were are left alone."""
    require(may_keep_services, actor)
    shown = shown_records(actor, [service])[service.kind, service.pk]
    changes: dict[str, Any] = {}
    for column, value in corrections(service, given).items():
        changes |= changes_for(column, value, shown)
    if changes:
        edit_entry(actor, entry=service, changes=changes, expected_version=expected_version)
