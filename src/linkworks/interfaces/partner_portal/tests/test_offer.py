"""What those who help see by their link: little before a yes, what they need after it, nothing once it is done."""

from datetime import timedelta
from uuid import uuid4

import html5lib
import pytest

from linkworks.domain.outreach.actions.need_offers import offer
from linkworks.domain.outreach.actions.needs import raise_needs
from linkworks.domain.outreach.choices import HeardFrom, NeedState
from linkworks.domain.outreach.models import Need, NeedRoute
from linkworks.domain.outreach.need_texts import OFFER_PURPOSE
from linkworks.domain.outreach.selectors.call_needs import NeedSaid
from linkworks.domain.outreach.tests.factories import (
    CampaignContactFactory,
    CampaignFactory,
    NeedTypeFactory,
    ProviderFactory,
)
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.tests.factories import AlertFactory
from linkworks.foundation.access import links

pytestmark = pytest.mark.django_db


@pytest.fixture
def need(team, coordinator):
    campaign = CampaignFactory(team=team)
    kind = NeedTypeFactory(campaign=campaign, code="hot-meal", label="Hot meal")
    NeedRoute.objects.create(team=team, campaign=campaign, type=kind, provider=ProviderFactory(team=team))
    contact = CampaignContactFactory(campaign=campaign)
    said = NeedSaid("hot-meal", "today", "A hot meal will reach you.", may_share=True, further="Diet: “Halal”")
    return raise_needs(coordinator, contact, uuid4(), [said])[0]


@pytest.fixture
def address(need):
    return f"/help/{links.issue(need.team_id, OFFER_PURPOSE, need.pk, timedelta(days=1))}"


def said(client, address):
    return client.get(address).content.decode()


def private(need):
    person = need.contact.person
    return [person.family_name, person.address_line_1, need.contact.number.value[-6:], "Halal"]


def test_before_a_yes_nobody_is_named(client, need, address):
    page = said(client, address)
    assert "Hot meal" in page
    assert not [one for one in private(need) if one and one in page]


def test_after_a_yes_it_says_who_and_how_with_what_makes_it_safe(client, need, address):
    AlertFactory(person=need.contact.person, kind=AlertKind.NOT_AT_HOME, words="Her brother must not know")
    assert client.post(address, {"state": "accepted"}).status_code == 302
    page = said(client, address)
    assert need.contact.person.family_name in page
    assert "Halal" in page
    assert "do not visit at home" in page
    assert "brother" not in page


def test_once_it_is_brought_the_page_knows_nobody(client, need, address):
    for state in ("accepted", "on_the_way", "delivered"):
        client.post(address, {"state": state})
    page = said(client, address)
    assert Need.objects.get().state == NeedState.DELIVERED
    assert not [one for one in private(need) if one and one in page]


def test_a_time_is_asked_for(client, need, address):
    client.post(address, {"state": "accepted"})
    answer = client.post(address, {"state": "scheduled"})
    assert answer.status_code == 422
    assert "Say when it will be" in answer.content.decode()


def test_they_cannot_confirm_it_themselves(client, need, address):
    assert client.post(address, {"state": "confirmed"}).status_code == 422
    assert Need.objects.get().state == NeedState.OFFERED


def test_whoever_was_asked_before_finds_nothing_any_more(client, need, address, coordinator):
    need.refresh_from_db()
    offer(coordinator, need, ProviderFactory(team=need.team), HeardFrom.STAFF)
    answer = client.get(address)
    assert answer.status_code == 404
    assert "You need do nothing" in answer.content.decode()


def test_whoever_cannot_is_thanked(client, need, address):
    answer = client.post(address, {"state": "refused", "words": "Our van is broken"}, follow=True)
    assert answer.status_code == 200
    assert "Thank you for telling us" in answer.content.decode()
    assert Need.objects.get().state != NeedState.OFFERED


@pytest.mark.parametrize("before", [[], ["accepted"]])
def test_enter_behind_their_words_says_neither_yes_nor_that_it_is_there(client, need, address, before):
    for state in before:
        client.post(address, {"state": state})
    page = html5lib.parse(said(client, address), namespaceHTMLElements=False)
    assert next(page.iter("button")).get("disabled") is not None


def test_pressing_twice_says_it_once(client, need, address):
    for _ in range(2):
        client.post(address, {"state": "accepted"})
    assert need.steps.filter(state=NeedState.ACCEPTED).count() == 1
