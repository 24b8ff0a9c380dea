"""The link to an options sheet: handed out, sent by text message, renewed, taken back."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db import transaction

from linkworks.domain.onward.actions.holding import hold_open
from linkworks.domain.onward.models import OptionsSheet, SheetEntry
from linkworks.domain.onward.policies import may_offer
from linkworks.domain.onward.selectors.sheets import list_entries
from linkworks.domain.onward.sheet.entry_words import EntryWords
from linkworks.domain.onward.sheet.plainness import hard_parts
from linkworks.domain.onward.sheet.text_message import safe_number, wording
from linkworks.domain.people.models import Person
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.access import links
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.sealing import CannotOpen, seal, unseal
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

PURPOSE = "options_sheet"
PAGE = "client_link:sheet"
WORKS_FOR = timedelta(days=28)
NO_BIRTHDAY = "The year of birth opens the sheet, and it is not known. Write down the date of birth first, or print it."
TOO_HARD = "Some words are still too hard to read. Mend them first: they are marked below."
NO_LINK = "There is no link that works. Make a new one first."
NOT_SAFE = "It is not safe to send {name} a text, or there is no number for it. Give the sheet to them, or read it out."
SENT_ALREADY = "It has been sent. Make a new link to send it again."


@transaction.atomic
def hand_out(actor: Actor, *, sheet: OptionsSheet) -> str:
    """A new link, of which the secret is given; any former one stops working. It ends with its last day."""
    require(may_offer, actor, sheet.case)
    hold_open(sheet.case)
    if sheet.person.date_of_birth is None:
        raise Refused(NO_BIRTHDAY)
    insist_plain(list_entries(actor, sheet))
    now = clock.now()
    expires_at = datetime.combine(now.date() + WORKS_FOR, time(23, 59), tzinfo=clock.LONDON)
    _stop(actor, sheet)
    token = links.issue(sheet.team_id, PURPOSE, sheet.pk, expires_at - now)
    sheet.change(
        sealed_token=seal(token, PURPOSE),
        handed_out_at=now,
        expires_at=expires_at,
        revoked_at=None,
        first_opened_at=None,
        last_opened_at=None,
        wrong_years_at=[],
        was_shut=False,
        texted_at=None,
        text_id=None,
    )
    record(actor, "options_sheet.handed_out", subject=sheet, person_id=sheet.person_id, until=expires_at.date())
    return token


@transaction.atomic
def send_text(actor: Actor, *, sheet: OptionsSheet) -> None:
    """Once for each link, and only where the person's wishes and alerts allow it."""
    require(may_offer, actor, sheet.case)
    hold_open(sheet.case)
    address = link_address(sheet)
    if not address:
        raise Refused(NO_LINK)
    if sheet.texted_at is not None:
        raise Refused(SENT_ALREADY)
    number = safe_number(before_contact(actor, [sheet.person_id])[sheet.person_id])
    if not number:
        raise Refused(NOT_SAFE.format(name=sheet.person.known_as))
    message = outbox.put(
        actor,
        team_id=sheet.team_id,
        channel=Channel.TEXT,
        recipient=number,
        subject="",
        body=wording(address, sheet.case.team.telephone),
        about_person_id=sheet.person_id,
    )
    sheet.change(texted_at=clock.now(), text_id=message.pk)
    record(actor, "options_sheet.texted", subject=sheet, person_id=sheet.person_id)


@transaction.atomic
def take_back(actor: Actor, *, sheet: OptionsSheet, was_shut: bool = False) -> None:
    """The link stops working at once, and a text that has not left does not leave."""
    require(may_offer, actor, sheet.case)
    if not sheet.has_link:
        raise Refused(NO_LINK)
    _stop(actor, sheet)
    sheet.change(sealed_token="", revoked_at=clock.now(), was_shut=was_shut)
    record(actor, "options_sheet.revoked", subject=sheet, person_id=sheet.person_id)


@transaction.atomic
def take_back_all(actor: Actor, person: Person) -> None:
    """Somebody has died: no link to a sheet of theirs works any more."""
    sheets = OptionsSheet.objects.visible_to(actor).filter(person=person, handed_out_at__isnull=False)
    for sheet in sheets.select_related("case"):
        if sheet.has_link:
            take_back(actor, sheet=sheet)


def insist_plain(entries: Iterable[SheetEntry]) -> None:
    """Nothing that is too hard to read leaves, on paper or on a phone."""
    if any(hard_parts(EntryWords.of(entry).by_part) for entry in entries):
        raise Refused(TOO_HARD)


def link_address(sheet: OptionsSheet) -> str:
    """The whole address of the sheet's page; blank when no link works, or the key that sealed it is gone."""
    if not sheet.has_link:
        return ""
    try:
        return links.address(PAGE, unseal(sheet.sealed_token, PURPOSE))
    except CannotOpen:
        return ""


def _stop(actor: Actor, sheet: OptionsSheet) -> None:
    links.revoke(PURPOSE, sheet.pk)
    if sheet.text_id is not None:
        outbox.cancel(actor, message_id=sheet.text_id)
