"""A list that was added by mistake is taken back, while nobody has built on it."""

from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Exists, F, OuterRef, Q

from linkworks.domain.outreach.actions.cohort.found_numbers import are_rung, look_for_them_again
from linkworks.domain.outreach.actions.cohort.joining import NOT_TO_BE_RUNG, words_of_list
from linkworks.domain.outreach.actions.cohort.parts import do_soon
from linkworks.domain.outreach.actions.ladder_steps import put_back
from linkworks.domain.outreach.choices import CohortState, QueueState
from linkworks.domain.outreach.models import CampaignContact, CohortImport, CohortRow, LadderStep, OptOut
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.people.actions.taking_back import take_back
from linkworks.domain.people.models import Addition, ContactDetail, Person
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

UNDO = "outreach.undo_list"
FEW = 200  # rows that are taken back while somebody waits
TAKEN_BACK = "The list that said so was taken back."
IN_USE = "Some of the people are in use by now, for example with a referral. They and their list stay."


@transaction.atomic
def ask_to_undo(actor: Actor, *, batch: CohortImport) -> None:
    """At once, or by a job. Raises Refused once anybody was rung, their record changed, or a later list came."""
    require(may_run_campaigns, actor)
    locked = CohortImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if locked.state != CohortState.COMMITTED or locked.erased_at is not None:
        raise Refused("Only a list that was added, and whose rows are still kept, can be taken back.")
    with acting(Actor.system(UNDO, actor.own_team)):
        _insist_on_untouched(locked)
    locked.change(state=CohortState.UNDOING, stopped_because="")
    record(actor, "list.undo_asked", subject=locked, campaign=locked.campaign_id)
    do_soon(locked, UNDO, undo_list, few=FEW)
    batch.refresh_from_db()


def undo_list(actor: Actor, *, batch_id: UUID) -> None:
    """All of it, or nothing: then the list says why it stands."""
    with acting(actor):
        batch = CohortImport.objects.select_for_update(of=("self",)).get(pk=batch_id)
        if batch.state != CohortState.UNDOING:
            return
        try:
            with transaction.atomic():
                _undo(actor, batch)
        except Refused as refusal:
            batch.refresh_from_db()
            batch.change(state=CohortState.COMMITTED, stopped_because=refusal.message)


def _undo(actor: Actor, batch: CohortImport) -> None:
    _insist_on_untouched(batch)
    rows = CohortRow.objects.filter(batch=batch)
    additions = Addition.objects.filter(source_id__in=rows.values("pk"), taken_back_at=None).select_related("person")
    for addition in additions.iterator():
        take_back(actor, addition=addition, words=TAKEN_BACK)
    _take_back_words(actor, batch)
    look_for_them_again(actor, batch)
    forgotten = _forget(batch)
    rows.update(registered=False, joined=False, ended_step_id=None, committed_at=None, version=F("version") + 1)
    batch.change(state=CohortState.UNDONE, undone_at=clock.now())
    record(actor, "list.undone", subject=batch, campaign=batch.campaign_id, people=forgotten)


def _forget(batch: CohortImport) -> int:
    """Those who came with the list, and their places in the campaign."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT outreach_undo_list(%s)", [batch.pk])
            return int(cursor.fetchone()[0])
    except IntegrityError as error:
        raise Refused(IN_USE) from error


def _take_back_words(actor: Actor, batch: CohortImport) -> None:
    """Whoever was in the campaign before, and was done with because of what the list said, is so no more."""
    known = CohortRow.objects.filter(batch=batch, joined=False)
    said = OptOut.objects.filter(person__in=known.values("person"), campaign=batch.campaign_id, withdrawn_at=None)
    for one in said.filter(words=NOT_TO_BE_RUNG.format(sender=batch.sender)):
        one.change(withdrawn_at=clock.now())
    ended = CampaignContact.objects.filter(cohort_rows__in=known, state=QueueState.ENDED)
    by_list = Q(ending_words__in=words_of_list(batch)) | Q(ending_words=F("cohort_rows__reason")) & ~Q(ending_words="")
    for contact in ended.filter(by_list).distinct():
        put_back(actor, contact)


def _insist_on_untouched(batch: CohortImport) -> None:
    later = CohortImport.objects.filter(previous=batch).exclude(state__in=[CohortState.DROPPED, CohortState.UNDONE])
    if later.exists():
        raise Refused("A later list of the same sender builds on this one. Take that one back, or drop it, first.")
    ours = CohortRow.objects.filter(batch=batch)
    joined = CampaignContact.objects.filter(cohort_rows__in=ours.filter(joined=True))
    tried = LadderStep.objects.filter(contact=OuterRef("pk")).exclude(result="")
    if joined.filter(Q(hand_outs__gt=0) | Q(version__gt=1) | Exists(tried)).exists():
        raise Refused("Somebody who came with this list has been rung, or somebody has worked on it. It stays.")
    if are_rung(batch):
        raise Refused("Somebody for whom this list had a number has been rung since. The list stays.")
    people = ours.filter(registered=True).values("person")
    details = ContactDetail.objects.filter(Q(version__gt=1) | Q(created_at__gt=batch.committed_at), person__in=people)
    if Person.objects.filter(pk__in=people, version__gt=1).exists() or details.exists():
        raise Refused("The record of somebody who came with this list has been changed since. The list stays.")
