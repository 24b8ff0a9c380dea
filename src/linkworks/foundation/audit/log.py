"""Writing to the logs, in the caller's own transaction."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models

from linkworks.foundation.audit.models import ChangeEntry, ViewEntry
from linkworks.foundation.audit.registry import EVENTS
from linkworks.foundation.core import request_id
from linkworks.foundation.core.actor import Actor, ActorKind
from linkworks.foundation.core.question import add


def record(
    actor: Actor,
    event: str,
    *rows: models.Model,
    subject: models.Model | None = None,
    person_id: UUID | None = None,
    **keys: Any,
) -> None:
    """Write one change. Values of `keys` are states, codes and uuids: never names or free words of a person.

    `rows` are new ones that are what changed; the same statement writes them.
    """
    add(*rows, _entry(actor, event, subject, person_id, keys))


def record_for_each(actor: Actor, event: str, subjects: Iterable[models.Model], **keys: Any) -> None:
    """One entry for each of many people, or of many rows about one person each."""
    told = ((subject, getattr(subject, "person_id", subject.pk)) for subject in subjects)
    ChangeEntry.objects.bulk_create(_entry(actor, event, subject, person_id, keys) for subject, person_id in told)


def record_look(
    actor: Actor, page: str, person_ids: Iterable[UUID], *, reason: str = "", refused: bool = False
) -> None:
    """Write that this actor saw (or was refused) these people on this page: one row, however long the list."""
    people = list(dict.fromkeys(person_ids))
    if people:
        add(ViewEntry(page=page, person_ids=people, reason=reason, refused=refused, **_who(actor)))


def _entry(
    actor: Actor, event: str, subject: models.Model | None, person_id: UUID | None, keys: dict[str, Any]
) -> ChangeEntry:
    declared = EVENTS.get(event)
    if declared is None or declared.keys != keys.keys():
        wanted = sorted(declared.keys) if declared else "an entry in the app's events.py"
        raise ValueError(f"The event {event} was written with {sorted(keys)}; it takes {wanted}.")
    if actor.kind is ActorKind.NOBODY and not event.startswith("sign_in."):
        raise ValueError("Nobody cannot change anything: act as a member of staff or a named system job.")
    return ChangeEntry(
        event=event,
        subject_type=subject._meta.label_lower if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        person_id=person_id,
        keys={name: _plain(value) for name, value in keys.items()},
        **_who(actor),
    )


def _who(actor: Actor) -> dict[str, Any]:
    return {
        "team_id": actor.team_id,
        "actor_kind": actor.kind.value,
        "actor_user_id": actor.user_id,
        "actor_name": actor.name,
        "request_id": request_id.current(),
    }


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | float) else str(value)
