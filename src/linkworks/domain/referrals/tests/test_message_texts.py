import pytest

from linkworks.domain.referrals import message_texts
from linkworks.domain.referrals.choices import MessageKind
from linkworks.domain.referrals.tests.factories import (
    AcceptedReferralFactory,
    DeclinedReferralFactory,
    ReferralFactory,
    WithdrawnReferralFactory,
)

LINK = "https://links.example.org/answer/token"
DECLINED_CODE = "871711000000103"  # social prescribing declined: a client's own no


@pytest.fixture
def messages(team):
    """Every message there is, by its kind and whether it goes to health care."""

    def made(factory):
        return factory(team=team, person__given_name="Rosa", person__family_name="Diaz")

    composed = {("received", True): message_texts.received(made(ReferralFactory))}
    for in_health in (True, False):
        told = {"in_health": in_health}
        question = message_texts.returned(made(ReferralFactory), "Is she housebound?", LINK, **told)
        composed["returned", in_health] = question
        composed["accepted", in_health] = message_texts.accepted(made(AcceptedReferralFactory), **told)
        declined = message_texts.declined(made(DeclinedReferralFactory), "Try the memory clinic.", **told)
        composed["declined", in_health] = declined
        composed["withdrawn", in_health] = message_texts.withdrawn(made(WithdrawnReferralFactory), **told)
    return composed


def test_no_message_names_anybody_and_each_says_initials_and_reference(messages):
    for message in messages.values():
        everything = message.subject + message.text
        assert "Rosa" not in everything
        assert "Diaz" not in everything
        assert "(RD)" in message.text
        assert "R-0" in message.subject


def test_health_care_is_told_how_and_why(messages):
    assert "for full support" in messages["accepted", True].text
    assert "lives and is registered outside our area" in messages["declined", True].text
    assert "Try the memory clinic." in messages["declined", True].text
    assert "the person said no" in messages["withdrawn", True].text
    assert "Is she housebound?" in messages["returned", True].text


def test_outside_health_care_only_accepted_or_closed_is_said(messages):
    assert messages["declined", False].kind == messages["withdrawn", False].kind == MessageKind.ENDED
    for outcome in ("accepted", "declined", "withdrawn"):
        text = messages[outcome, False].text
        assert "outside our area" not in text
        assert "memory clinic" not in text
        assert "said no" not in text
        assert "full support" not in text
    assert "housebound" not in messages["returned", False].text
    assert LINK in messages["returned", False].text


def test_our_own_no_never_brings_the_code_for_a_clients_no(messages):
    for message in messages.values():
        assert DECLINED_CODE not in message.text
    assert "do not code it as social prescribing declined" in messages["declined", True].text


def test_every_message_says_who_sent_it_and_how_to_reach_us(messages):
    for message in messages.values():
        assert message.text.endswith(
            "Deptford and Lewisham link workers\n020 7946 0100 or "
            + message.text.split(" or ")[-1].split("\n")[0]
            + "\nMonday to Friday, 9am to 5pm"
        )
