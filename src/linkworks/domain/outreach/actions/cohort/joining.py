"""People of a list come into the campaign: to be rung, to have a number found, or done with before the first call."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from linkworks.domain.outreach.actions.ladder import add_without_number
from linkworks.domain.outreach.actions.stopping import end_contact
from linkworks.domain.outreach.choices import Ending, OptOutFrom, QueueState
from linkworks.domain.outreach.lists.becoming import ENGLISH, band_of, language_of
from linkworks.domain.outreach.lists.entries import Entry
from linkworks.domain.outreach.lists.sorting import Standing
from linkworks.domain.outreach.models import CampaignContact, CohortImport, OptOut, PriorityBand
from linkworks.domain.outreach.selectors.cohort_facts import standings
from linkworks.domain.outreach.selectors.numbers import first_numbers
from linkworks.domain.people.models import ContactDetail, Person
from linkworks.foundation.audit.log import record_for_each
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

HAS_DIED = "The list of {sender} says that they have died."
NOT_TO_BE_RUNG = "The list of {sender} says not to ring them."


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody of whom a row tells. Of two rows about one person, the one that ends it counts."""

    person_id: UUID
    entry: Entry


class Joined(NamedTuple):
    contact_id: UUID
    is_new: bool


def join(actor: Actor, batch: CohortImport, some: Sequence[Coming]) -> dict[UUID, Joined]:
    """The contact of each person; whoever was in the campaign already keeps their place."""
    people = {one.person_id: one for one in sorted(some, key=lambda one: bool(_ending(one.entry, Standing())))}
    there = CampaignContact.objects.filter(campaign=batch.campaign_id, person_id__in=people)
    contacts = {contact.person_id: contact for contact in there.select_for_update(of=("self",))}
    for person_id, contact in contacts.items():
        _stop(actor, batch, contact, people[person_id].entry)
    known = standings(actor, batch, people)
    _opt_out(batch, [one for one in people.values() if one.entry.do_not_call and not known[one.person_id].said_no])
    added = _Adding(actor, batch, [one for one in people.values() if one.person_id not in contacts], known).add()
    joined = {contact.person_id: Joined(contact.pk, is_new=True) for contact in added}
    return joined | {person_id: Joined(contact.pk, is_new=False) for person_id, contact in contacts.items()}


def _stop(actor: Actor, batch: CohortImport, contact: CampaignContact, entry: Entry) -> None:
    """What the list tells of somebody in the campaign counts at once, even while somebody rings them."""
    ending = _ending(entry, Standing())
    if ending and contact.state != QueueState.ENDED:
        end_contact(actor, contact, ending, _words(batch, entry))


def _ending(entry: Entry, standing: Standing) -> Ending | None:
    if entry.died_on or standing.has_died:
        return Ending.DIED
    return Ending.DECLINED if entry.do_not_call or standing.said_no else None


def words_of_list(batch: CohortImport) -> list[str]:
    """With which a list may have ended what we did for somebody."""
    return [sentence.format(sender=batch.sender) for sentence in (HAS_DIED, NOT_TO_BE_RUNG)]


def _words(batch: CohortImport, entry: Entry) -> str:
    sentence = HAS_DIED if entry.died_on else NOT_TO_BE_RUNG if entry.do_not_call else ""
    return sentence.format(sender=batch.sender)


def _opt_out(batch: CohortImport, some: Sequence[Coming]) -> None:
    OptOut.objects.bulk_create(
        OptOut(
            team_id=batch.team_id,
            person_id=one.person_id,
            from_what=OptOutFrom.CAMPAIGN,
            campaign_id=batch.campaign_id,
            said_at=clock.now(),
            words=NOT_TO_BE_RUNG.format(sender=batch.sender),
        )
        for one in some
    )


class _Adding:
    """All that must be asked about newcomers, asked at once."""

    def __init__(self, actor: Actor, batch: CohortImport, some: Sequence[Coming], known: dict[UUID, Standing]) -> None:
        ids = [one.person_id for one in some]
        self._actor, self._batch, self._some, self._known = actor, batch, some, known
        self._bands: list[PriorityBand] = list(PriorityBand.objects.filter(campaign=batch.campaign_id))
        self._numbers: dict[UUID, ContactDetail] = first_numbers(ids)
        self._languages = dict(Person.objects.filter(pk__in=ids).values_list("pk", "preferred_language"))

    def add(self) -> list[CampaignContact]:
        contacts = [self._contact(one) for one in self._some]
        add_without_number(self._actor, contacts=[one for one in contacts if one.state == QueueState.LADDER])
        CampaignContact.objects.bulk_create(one for one in contacts if one.state != QueueState.LADDER)
        record_for_each(
            self._actor, "campaign.person_added", contacts, campaign=self._batch.campaign_id, list=self._batch.pk
        )
        return contacts

    def _contact(self, one: Coming) -> CampaignContact:
        band, number = band_of(one.entry, self._bands), self._numbers.get(one.person_id)
        contact = CampaignContact(
            team_id=self._batch.team_id,
            person_id=one.person_id,
            campaign_id=self._batch.campaign_id,
            band=band,
            rank_at=clock.now() - band.head_start,
            language=language_of(one.entry) or self._languages[one.person_id] or ENGLISH,
            number=number,
            phone_key=number.value if number else "",
            state=QueueState.READY if number else QueueState.LADDER,
        )
        if ending := _ending(one.entry, self._known[one.person_id]):
            contact.state, contact.ending, contact.ended_at = QueueState.ENDED, ending, clock.now()
            contact.ending_words = _words(self._batch, one.entry)[:300]
        return contact
