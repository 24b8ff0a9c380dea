import pytest

from linkworks.domain.people.actions.consents import record_consent, withdraw_consent
from linkworks.domain.people.actions.supporters import add_supporter, change_supporter, end_supporter
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models import Consent
from linkworks.domain.people.selectors.consents import holds_consent
from linkworks.domain.people.tests.factories import ConsentFactory, PersonFactory
from linkworks.domain.people.wordings import QUESTIONS, asked
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db

SUPPORTER = {"relationship": "Son", "telephone": "", "is_carer": False, "is_emergency_contact": False, "words": ""}


@pytest.fixture
def person(team):
    return PersonFactory(team=team)


def ask(actor, person, **values):
    given = {
        "kind": ConsentKind.SHARE_PRACTICE,
        "given": True,
        "wording": "May we tell your practice?",
        "given_how": GivenHow.SPOKEN,
    }
    return record_consent(actor, person=person, **(given | values))


def test_an_answer_is_kept_with_the_words_that_were_asked(link_worker, person):
    consent = ask(link_worker, person, wording="May we write to Dr Khan?")
    assert (consent.wording, consent.recorded_by_id) == ("May we write to Dr Khan?", link_worker.user_id)


def test_a_no_is_an_answer_too(link_worker, person):
    ask(link_worker, person)
    ask(link_worker, person, given=False)
    assert not holds_consent(link_worker, person.pk, ConsentKind.SHARE_PRACTICE)
    assert Consent.objects.count() == 2


def test_passing_details_on_names_to_whom(link_worker, person):
    with pytest.raises(Refused) as refusal:
        ask(link_worker, person, kind=ConsentKind.SHARE_PARTNER)
    assert refusal.value.field == "about"


def test_withdrawn_consent_stays_and_counts_no_more(link_worker, person):
    consent = ask(link_worker, person)
    withdraw_consent(link_worker, consent=consent, expected_version=1)
    assert not holds_consent(link_worker, person.pk, ConsentKind.SHARE_PRACTICE)
    with pytest.raises(Refused):
        withdraw_consent(link_worker, consent=consent, expected_version=2)


def test_a_no_cannot_be_withdrawn(link_worker, person):
    with pytest.raises(Refused):
        withdraw_consent(link_worker, consent=ConsentFactory(person=person, given=False), expected_version=1)


def test_every_kind_of_consent_has_its_question():
    assert QUESTIONS.keys() == set(ConsentKind)
    assert "Bench Outreach" in asked(ConsentKind.SHARE_PARTNER, "Bench Outreach")


def test_a_yes_to_talking_with_a_supporter_is_a_consent(link_worker, person):
    marco = add_supporter(link_worker, person=person, name=" Marco  Marshall", may_talk_to=True, **SUPPORTER)
    assert marco.name == "Marco Marshall"
    assert holds_consent(link_worker, person.pk, ConsentKind.TALK_TO_SUPPORTER, about="Marco Marshall")
    change_supporter(
        link_worker, supporter=marco, expected_version=1, name="Marco Marshall", may_talk_to=False, **SUPPORTER
    )
    assert not holds_consent(link_worker, person.pk, ConsentKind.TALK_TO_SUPPORTER, about="Marco Marshall")


def test_an_unchanged_answer_is_not_asked_twice(link_worker, person):
    marco = add_supporter(link_worker, person=person, name="Marco", may_talk_to=True, **SUPPORTER)
    change_supporter(link_worker, supporter=marco, expected_version=1, name="Marco", may_talk_to=True, **SUPPORTER)
    assert Consent.objects.count() == 1


def test_we_no_longer_talk_to_somebody_who_no_longer_supports(link_worker, person):
    marco = add_supporter(link_worker, person=person, name="Marco", may_talk_to=True, **SUPPORTER)
    end_supporter(link_worker, supporter=marco, expected_version=1)
    assert (marco.may_talk_to, bool(marco.ended_at)) == (False, True)


def test_strangers_may_not(other_team_worker, commissioner, person):
    for actor in (other_team_worker, commissioner):
        with pytest.raises(NotAllowed):
            ask(actor, person)
        with pytest.raises(NotAllowed):
            add_supporter(actor, person=person, name="Marco", **SUPPORTER)
