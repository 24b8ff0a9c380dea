from datetime import timedelta

import pytest
import time_machine

from linkworks.domain.onward.actions.hand_out import PURPOSE, hand_out, link_address, send_text, take_back
from linkworks.domain.onward.choices import SheetState
from linkworks.domain.onward.selectors.sheets import read_sheet_news
from linkworks.domain.people import deaths
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.tests.factories import AlertFactory, ContactDetailFactory
from linkworks.foundation.access import links
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.messaging.choices import MessageStatus
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage

pytestmark = pytest.mark.django_db


def works(token) -> bool:
    try:
        links.open_link(token, PURPOSE)
    except NotFound:
        return False
    return True


@pytest.fixture
def mobile(sheet):
    return ContactDetailFactory(person=sheet.person, value="+447700900123", may_text=True)


def test_a_link_works_to_the_end_of_its_last_day_and_its_secret_is_only_kept_sealed(sheet):
    assert works(sheet.token)
    assert sheet.state is SheetState.OUT
    assert sheet.token not in sheet.sealed_token
    assert link_address(sheet).endswith(f"/sheet/{sheet.token}")
    with time_machine.travel(sheet.expires_at - timedelta(minutes=2)):
        assert works(sheet.token)
    with time_machine.travel(sheet.expires_at + timedelta(minutes=1)):
        assert not works(sheet.token)
        assert sheet.state is SheetState.ENDED_UNREAD


def test_without_a_birthday_there_is_no_link(link_worker, entry):
    entry.person.change(date_of_birth=None)
    entry.sheet.person.refresh_from_db()
    with pytest.raises(Refused, match="Write down the date of birth first, or print it"):
        hand_out(link_worker, sheet=entry.sheet)


def test_hard_words_are_not_handed_out(link_worker, entry):
    entry.change(what="Multidisciplinary rehabilitation opportunities for participants.")
    with pytest.raises(Refused, match="still too hard"):
        hand_out(link_worker, sheet=entry.sheet)


def test_a_new_link_ends_the_former_one_and_begins_the_count_again(link_worker, sheet):
    former = sheet.token
    sheet.change(wrong_years_at=[clock.now()])
    renewed = hand_out(link_worker, sheet=sheet)
    assert (works(former), works(renewed)) == (False, True)
    assert sheet.wrong_years_at == []


def test_a_link_that_is_taken_back_opens_nothing(link_worker, sheet):
    take_back(link_worker, sheet=sheet)
    assert not works(sheet.token)
    assert (sheet.state, sheet.sealed_token, link_address(sheet)) == (SheetState.REVOKED, "", "")
    with pytest.raises(Refused, match="no link that works"):
        take_back(link_worker, sheet=sheet)


def test_a_text_tells_nobody_anything_and_leaves_once(link_worker, sheet, mobile):
    send_text(link_worker, sheet=sheet)
    content = MessageContent.objects.get()
    assert content.recipient == "+447700900123"
    assert content.body == (
        f"Here is the list we talked about: {link_address(sheet)} It opens with the year you were born."
        " To ask anything, ring 020 7946 0100."
    )
    for private in ("Rosa", "Marshall", "lunch", "link worker", "Lewisham", "health"):
        assert private not in content.body.replace(link_address(sheet), "")
    with pytest.raises(Refused, match="has been sent"):
        send_text(link_worker, sheet=sheet)


@pytest.mark.parametrize("kind", [AlertKind.NO_TEXT, AlertKind.SAFE_CONTACT, AlertKind.HIGH_RISK])
def test_no_text_leaves_against_an_alert(link_worker, sheet, mobile, kind):
    AlertFactory(person=sheet.person, kind=kind)
    with pytest.raises(Refused, match="not safe to send Rosa a text"):
        send_text(link_worker, sheet=sheet)
    assert not OutboxMessage.objects.exists()


def test_no_text_leaves_to_a_number_that_may_not_be_texted(link_worker, sheet):
    ContactDetailFactory(person=sheet.person, may_text=False)
    with pytest.raises(Refused, match="not safe"):
        send_text(link_worker, sheet=sheet)


def test_a_text_that_has_not_left_is_held_back_with_its_link(link_worker, sheet, mobile):
    send_text(link_worker, sheet=sheet)
    take_back(link_worker, sheet=sheet)
    assert OutboxMessage.objects.get().status == MessageStatus.CANCELLED


def test_a_death_ends_every_link(link_worker, sheet):
    deaths.announce(link_worker, sheet.person)
    assert not works(sheet.token)
    assert ChangeEntry.objects.filter(event="options_sheet.revoked").exists()


def test_a_link_that_ran_out_unread_is_told_to_its_worker_until_it_is_renewed(link_worker, second_worker, sheet):
    assert read_sheet_news(link_worker).unread == []
    with time_machine.travel(sheet.expires_at + timedelta(hours=9)):
        (told,) = read_sheet_news(link_worker).unread
        assert (told.pk, told.given_name) == (sheet.pk, "Rosa")
        assert read_sheet_news(second_worker).unread == []
        hand_out(link_worker, sheet=sheet)
        assert read_sheet_news(link_worker).unread == []
    with time_machine.travel(sheet.expires_at + timedelta(days=20)):
        assert read_sheet_news(link_worker).unread == []


def test_a_link_that_was_opened_in_time_is_no_news(link_worker, sheet):
    sheet.change(first_opened_at=clock.now())
    with time_machine.travel(sheet.expires_at + timedelta(hours=9)):
        assert read_sheet_news(link_worker).unread == []
        assert sheet.state is SheetState.ENDED
