from datetime import timedelta

import pytest

from linkworks.domain.directory.actions.collections import retire_collection
from linkworks.domain.directory.actions.hand_out import print_collection, send_collection
from linkworks.domain.directory.choices import LiveState, ServiceStatus
from linkworks.domain.directory.handing_out.email import body_of
from linkworks.domain.directory.handing_out.leaf import ASK_WHERE, Leaf
from linkworks.domain.directory.handing_out.leaving import NEUTRAL_TITLE, what_leaves
from linkworks.domain.directory.handing_out.standing import warnings, why_shut
from linkworks.domain.directory.models import Location, ServiceAtLocation
from linkworks.domain.directory.selectors.collections import list_items
from linkworks.domain.directory.tests.factories import (
    CheckedServiceFactory,
    ClosedServiceFactory,
    CollectionItemFactory,
    RefugeFactory,
    ServiceFactory,
)
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db


@pytest.fixture
def leave(link_worker, own):
    def leave(**how):
        return what_leaves(own, list_items(link_worker, own), **how)

    return leave


def given(leaving):
    return [item.service.name for item in leaving.given]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({}, ""),
        ({"live_state": LiveState.FULL}, ""),
        ({"live_state": LiveState.CLOSED_FOR_NOW}, "It is closed for now."),
        ({"status": ServiceStatus.TEMPORARILY_CLOSED}, "It is closed for now."),
        ({"status": ServiceStatus.DEFUNCT}, "It is no longer in the directory."),
        ({"status": ServiceStatus.INACTIVE}, "It is no longer in the directory."),
        ({"gone_at": clock.now()}, "It is no longer in the directory."),
    ],
)
def test_nobody_is_sent_to_a_shut_door(values, why):
    assert why_shut(CheckedServiceFactory(**values)) == why


def test_what_is_well_needs_no_warning():
    assert warnings(CheckedServiceFactory()) == ()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"live_state": LiveState.FULL}, "It is full at the moment: ask when there will be room."),
        ({"live_state": LiveState.WAITING_LIST, "waiting_weeks": 6}, "It has a waiting list of about 6 weeks."),
        ({"live_state": LiveState.WAITING_LIST}, "It has a waiting list."),
        ({"alert": "Moving in May."}, "Moving in May."),
        ({"assured_on": None}, "Nobody has checked what it says here: ring before you go."),
    ],
)
def test_what_must_be_known_first_goes_along(values, said):
    assert warnings(CheckedServiceFactory(**values)) == (said,)


def test_an_old_check_says_how_old_it_is():
    long_ago = clock.today() - timedelta(days=400)
    assert warnings(CheckedServiceFactory(assured_on=long_ago))[0].startswith("Last checked ")


def test_shut_services_are_left_out_and_named(own, leave):
    CollectionItemFactory(collection=own, service=ClosedServiceFactory(name="Old Hall"))
    leaving = leave()
    assert given(leaving) == ["Cruse", "Lunch club"]
    assert [(one.item.service.name, one.why) for one in leaving.left_out] == [("Old Hall", "It is closed for now.")]
    assert not leaving.has_delicate


def test_delicate_ones_stay_off_unless_they_were_asked_for(own, leave):
    CollectionItemFactory(collection=own, service=RefugeFactory())
    CollectionItemFactory(collection=own, service__name="Rising Again", service__description="After domestic abuse.")
    assert given(leave()) == ["Cruse", "Lunch club"]
    assert [one.why for one in leave().left_out] == ["Its address is private.", "It says “abuse”."]
    assert given(leave(with_delicate=True)) == ["Cruse", "Lunch club", "Juniper House", "Rising Again"]


def test_a_line_of_ones_own_may_be_what_tells(own, leave):
    CollectionItemFactory(collection=own, service__name="Tuesdays", words="Good on alcohol")
    assert given(leave()) == ["Cruse", "Lunch club"]


def test_a_name_that_tells_is_not_printed_either(own, leave):
    own.change(title="After domestic abuse")
    assert (leave().title, leave().purpose) == (NEUTRAL_TITLE, "")
    assert leave(with_delicate=True).title == "After domestic abuse"


def test_of_a_private_address_no_place_is_told(own):
    leaf = Leaf.of(CollectionItemFactory(collection=own, service=RefugeFactory()))
    assert dict(leaf.rows)["Where"] == ASK_WHERE
    assert "Juniper Office" not in str(leaf)
    assert "Secret" not in str(leaf)


def test_a_leaf_says_what_one_needs_to_go(own):
    service = CheckedServiceFactory(
        name="Lunch club",
        organization__name="Albany",
        description="Warm lunch. Company. A third sentence.",
        referral_routes=["self", "phone"],
        telephone="+442079460188",
        times="Tue 12:00",
        cost="£3",
    )
    ServiceAtLocation.objects.create(
        service=service, location=Location.objects.create(name="Hall", address="1 High Street", postcode="SE8 4AA")
    )
    leaf = Leaf.of(CollectionItemFactory(collection=own, service=service, words="Ask for Joy"))
    assert (leaf.name, leaf.by, leaf.line, leaf.says) == ("Lunch club", "Albany", "Ask for Joy", "Warm lunch. Company.")
    assert leaf.rows == (
        ("How to get in", "Get in touch yourself or ring them"),
        ("Telephone", "020 7946 0188"),
        ("When", "Tue 12:00"),
        ("Where", "Hall, 1 High Street, SE8 4AA"),
        ("Cost", "£3"),
        ("Checked", leaf.rows[-1][1]),
    )


def test_the_email_says_it_all_in_order(own, leave, team):
    CollectionItemFactory(collection=own, service=CheckedServiceFactory(name="Full club", live_state=LiveState.FULL))
    body = body_of(leave(), team)
    assert body.index("1. Cruse") < body.index("Ask for Joy") < body.index("2. Lunch club") < body.index("3. Full club")
    assert "Please note: It is full at the moment" in body
    assert body.startswith("First week after bereavement\n\nWho to ring first")


@pytest.mark.parametrize("is_large", [False, True])
def test_it_is_printed_as_a_tagged_document_and_counted(link_worker, own, is_large):
    CollectionItemFactory(collection=own, service=ServiceFactory(live_state=LiveState.FULL))
    document = print_collection(link_worker, collection=own, is_large=is_large)
    assert document.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in document
    own.refresh_from_db()
    assert (own.times_used, own.version) == (1, 1)
    assert ChangeEntry.objects.get(event="collection.printed").keys["with_delicate"] is False


def test_it_is_sent_with_the_same_to_print_and_about_nobody(link_worker, own):
    send_collection(link_worker, collection=own, address="jo@example.org")
    sent = MessageContent.objects.get()
    assert (sent.recipient, sent.attachment_name, sent.about_person_id) == ("jo@example.org", "list.pdf", None)
    assert bytes(sent.attachment).startswith(b"%PDF-")
    assert "bereavement" not in sent.subject
    logged = ChangeEntry.objects.get(event="collection.sent").keys
    assert "jo@example.org" not in str(logged)


def test_nothing_that_can_be_handed_out_is_refused(link_worker, own):
    for item in list_items(link_worker, own):
        item.service.change(live_state=LiveState.CLOSED_FOR_NOW)
    with pytest.raises(Refused, match="nothing on it"):
        send_collection(link_worker, collection=own, address="jo@example.org")
    assert not MessageContent.objects.exists()


def test_a_retired_one_is_not_handed_out(link_worker, own):
    retire_collection(link_worker, collection=own)
    with pytest.raises(Refused, match="retired"):
        print_collection(link_worker, collection=own)


def test_who_does_not_work_with_people_sends_none(commissioner, shared):
    with pytest.raises(NotAllowed):
        send_collection(commissioner, collection=shared, address="jo@example.org")
