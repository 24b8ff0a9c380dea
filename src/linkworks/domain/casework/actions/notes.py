"""Free words on a case. What was written stays; a correction is added to it."""

from django.db import transaction

from linkworks.domain.casework.models import Case, CaseNote
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def add_note(actor: Actor, *, case: Case, body: str) -> CaseNote:
    """A note that stands alone. A closed case takes notes too: letters arrive late."""
    require(may_work_on, actor, case)
    note = CaseNote.on(case, actor, body=body, at=clock.now())
    note.save()
    record(actor, "note.added", subject=note, person_id=note.person_id)
    return note


@transaction.atomic
def correct_note(actor: Actor, *, note: CaseNote, words: str) -> CaseNote:
    """Put a note right by adding to it. A correction of a correction belongs to the first note."""
    require(may_work_on, actor, note.case)
    first = note.corrects or note
    correction = CaseNote.on(note.case, actor, body=words, at=clock.now(), corrects=first)
    correction.save()
    record(actor, "note.corrected", subject=correction, person_id=note.person_id, corrects=first.pk)
    return correction


@transaction.atomic
def strike_note(actor: Actor, *, note: CaseNote, because: str) -> None:
    """Say, by adding to it, that a note that stands alone was entered in error."""
    require(may_work_on, actor, note.case)
    if note.contact_id is not None:
        raise Refused("This note belongs to a contact. Mark the contact instead.")
    if note.strikes or note.corrections.filter(strikes=True).exists():
        raise Refused("This was marked as entered in error before.")
    if not because.strip():
        raise Refused("Say what was wrong with it.", field="because")
    CaseNote.on(note.case, actor, body=because.strip(), at=clock.now(), corrects=note, strikes=True).save()
    record(actor, "entry.struck", subject=note, person_id=note.person_id, kind=note._meta.model_name)
