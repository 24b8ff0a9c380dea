import pytest

from linkworks.domain.directory.delicate import telling_word, why_delicate
from linkworks.domain.directory.models import Location, ServiceAtLocation
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.sheet.describing import describe
from linkworks.domain.onward.sheet.plainer import shortened
from linkworks.domain.onward.sheet.plainness import hard_parts

pytestmark = pytest.mark.django_db


def test_an_entry_becomes_short_plain_parts():
    service = ServiceFactory(
        name="Deptford lunch club",
        description="Participants are provided with a hot lunch. A multidisciplinary team facilitates opportunities.",
        times="Mon-Fri 10:00-16:00",
        telephone="020 7946 0106",
        referral_routes=["self"],
        is_free=True,
        first_reply="within 2 weeks",
        number_withheld=True,
        bring=["proof of address"],
        access_features=["step-free", "unheard-of"],
        record={"contacts": [{"name": "Jo Park"}]},
    )
    for district, name in (("SE13", "Far hall"), ("SE8", "The Albany")):
        place = Location.objects.create(name=name, district=district)
        ServiceAtLocation.objects.create(service=service, location=place)
    words = describe(service, near="SE8")
    assert words.what == "People are given a hot lunch."
    assert words.times == "Monday to Friday 10:00 to 16:00"
    assert words.place == "The Albany, SE8"
    assert words.getting_there == "There are no steps."
    assert words.ask_for == "Jo Park, 020 7946 0106"
    assert "You may hear from them: within 2 weeks." in words.first_time
    assert "your phone will not show their number" in words.first_time
    assert "Take with you: proof of address." in words.first_time
    assert words.cost == "It is free."
    assert words.joining == "Yes. Ring 020 7946 0106 first."


def test_of_an_entry_that_says_nothing_only_what_is_known_is_told():
    words = describe(ServiceFactory(name="Somewhere", description="", organization__name="The Hub"))
    said = {part: text for part, text in words.by_part.items() if text}
    assert said == {"title": "Somewhere", "ask_for": "The Hub", "cost": "Ask them what it costs."}


@pytest.mark.parametrize("cost", ["donation", "Donations.", "by donation", "Voluntary donation"])
def test_that_one_gives_what_one_can_is_said_in_words_that_everybody_reads(cost):
    words = describe(ServiceFactory(cost=cost))
    assert words.cost == "You give what you can."
    assert not hard_parts(words.by_part)


def test_what_happens_weekly_stays_good_english():
    assert shortened("A gentle weekly walk in the park.") == "A gentle weekly walk in the park."


def test_a_sentence_about_health_is_left_out_where_others_tell_enough():
    assert shortened("For people with dementia. Come and sing with us.") == "Come and sing with us."
    assert shortened("For people with dementia.") == "For people with dementia."


def test_a_sentence_that_tells_too_much_is_left_out():
    assert shortened("We help with drugs. Come and eat with us.") == "Come and eat with us."


@pytest.mark.parametrize(
    "text", ["refugees", "a drugstoreless town", "sexual orientation", "violin lessons", "hived off"]
)
def test_words_that_only_look_delicate_are_not(text):
    assert telling_word(text) == ""


@pytest.mark.parametrize(
    "values",
    [
        {"name": "Change Grow Live", "categories": ["drugs and alcohol"]},
        {"name": "Fresh Tide Café", "categories": ["Recovery"]},
        {"description": "Support after domestic abuse."},
        {"eligibility": "Women who flee violence"},
        {"conditions_needed": ["sexual_violence"]},
        {"former_names": ["HIV drop-in"]},
        {"organization__name": "Sexual Health Lewisham"},
    ],
)
def test_one_word_anywhere_in_an_entry_makes_it_delicate(values):
    assert why_delicate(ServiceFactory(**values))


def test_most_services_are_not_delicate():
    assert why_delicate(ServiceFactory()) == ""
