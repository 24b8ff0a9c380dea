"""Taking off a record what was added to it by mistake, because it was said of somebody else."""

from typing import Any

from django.apps import apps
from django.db import transaction

from linkworks.domain.people import policies
from linkworks.domain.people.actions.filing import file_people
from linkworks.domain.people.models import Addition, Consent, Person, PersonRecord
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

TAKEN_BACK = "This has been taken back already."


@transaction.atomic
def take_back(actor: Actor, *, addition: Addition, words: str) -> None:
    """What was changed since stays, because somebody has looked at it; the rest is as it was, and history keeps it."""
    require(policies.may_edit_person, actor, addition.person)
    if addition.taken_back_at is not None:
        raise Refused(TAKEN_BACK)
    addition.change(taken_back_at=clock.now(), taken_back_words=words)
    _blank(addition.person, addition.filled)
    for name, ids in addition.rows.items():
        model: Any = apps.get_model("people", name)
        for row in model.objects.visible_to(actor).filter(pk__in=ids, version=1):
            _end(row)
    file_people(actor, [addition.person_id])
    record(actor, "person.addition_taken_back", subject=addition, person_id=addition.person_id)


def _blank(person: Person, filled: dict[str, str]) -> None:
    unchanged = [name for name, value in filled.items() if str(getattr(person, name)) == value]
    blanks: dict[str, Any] = {name: None if person._meta.get_field(name).null else "" for name in unchanged}
    if blanks:
        person.change(**blanks)


def _end(row: PersonRecord) -> None:
    ended = "withdrawn_at" if isinstance(row, Consent) else "ended_at"
    now: dict[str, Any] = {ended: clock.now()}
    if getattr(row, ended) is None:
        row.change(**now)
