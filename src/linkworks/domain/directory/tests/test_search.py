from datetime import time, timedelta

import pytest

from linkworks.domain.directory.actions.words import refresh_words
from linkworks.domain.directory.choices import AgeOf, Order, PartOfDay, Reach, ServiceStatus, Weekday
from linkworks.domain.directory.models import Location, OpeningTime, ServiceAtLocation
from linkworks.domain.directory.presenters.reasons import reasons
from linkworks.domain.directory.projection.search_names import search_names
from linkworks.domain.directory.projection.service import project_service
from linkworks.domain.directory.selectors.search import Near, Wanted, list_choices, search
from linkworks.domain.directory.tests.factories import FullServiceFactory, OrganizationFactory, ServiceFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

HERE = Near("SE13 6…", 51.457, -0.013, False, ("SE13",), ("Lewisham",))
MILE = 1 / 69.09


def found(actor: Actor, words: str = "", **wanted) -> list[str]:
    return [hit.service.name for hit in search(actor, Wanted(words=words, **wanted)).hits]


def why(actor: Actor, words: str = "", **wanted) -> dict[str, tuple[str, ...]]:
    asked = Wanted(words=words, **wanted)
    return {hit.service.name: reasons(hit, asked) for hit in search(actor, asked).hits}


def called(name: str, **values):
    """A service with what an import would make of its names."""
    names = search_names([name, *values.get("aliases", []), *values.get("former_names", [])])
    return ServiceFactory(
        name=name, search_names=names, search_words=f"{names} {values.get('description', '')}", **values
    )


def at(service, miles_north: float, **values):
    place = Location.objects.create(latitude=HERE.latitude + miles_north * MILE, longitude=HERE.longitude, **values)
    return ServiceAtLocation.objects.create(service=service, location=place)


def test_words_find_their_stems(link_worker):
    ServiceFactory(name="Sisters on Foot", description="Weekly walking group")
    assert found(link_worker, "walks") == ["Sisters on Foot"]


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        # A slip that has the stem of the word, one that has not, another ending of it, and the word itself.
        ("bereavment", "says “bereavement”, for “bereavment”"),
        ("beraevement", "says “bereavement”, for “beraevement”"),
        ("bereaving", "says “bereavement”, for “bereaving”"),
        ("Bereavement", "says “bereavement”"),
        ("lunhc club", "says “lunch club”, for “lunhc club”"),
    ],
)
def test_the_word_that_was_meant_is_said(link_worker, typed, because):
    ServiceFactory(name="Wren House", description="Bereavement support and a lunch club")
    refresh_words()
    assert because in why(link_worker, typed)["Wren House"]


def test_what_goes_with_a_word_is_found_past_a_slip_in_it(link_worker):
    ServiceFactory(name="Wren House", description="Help with grief")
    ServiceFactory(name="Other", description="Bereavement")
    refresh_words()
    assert why(link_worker, "bereavment")["Wren House"] == ("says “grief”, which goes with “bereavment”",)


@pytest.mark.parametrize("typed", ["counsling", "cuonselling", "counseling"])
def test_a_typing_slip_is_forgiven_and_said(link_worker, typed):
    ServiceFactory(name="Wren House", description="Counselling")
    refresh_words()
    assert why(link_worker, typed)["Wren House"] != ()


@pytest.mark.parametrize("typed", ["cafe", "Café", "CAFÉ", "cafe\u0301"])
def test_accents_are_read_by_whoever_leaves_them_out(link_worker, typed):
    ServiceFactory(**project_service({"name": "The Empty Chair", "description": "Drop-in café."}))
    ServiceFactory(**project_service({"name": "Café Olé", "description": "Coffee."}))
    refresh_words()
    assert sorted(found(link_worker, typed)) == ["Café Olé", "The Empty Chair"]
    assert found(link_worker, "cafe ole") == ["Café Olé"]


def test_a_word_that_stands_somewhere_is_no_slip_even_before_words_are_counted_again(link_worker):
    ServiceFactory(name="Bowling", description="Bowling on grass")
    refresh_words()
    ServiceFactory(name="Rowling", description="Rowling on water")
    assert found(link_worker, "rowling") == ["Rowling"]


@pytest.mark.parametrize(
    ("typed", "name", "values", "because"),
    [
        ("IAPT", "Riverside Talking Therapies", {}, "says “talking therapies”, which goes with “iapt”"),
        ("IAPT", "Feeling Better", {"former_names": ["Riverside IAPT"]}, "formerly “Riverside IAPT”"),
        ("Street Link", "StreetLink", {}, "says “streetlink”"),
        ("BlindAid", "Blind Aid", {}, "says “blindaid”"),
        ("Change-Live-Grow", "Change Grow Live", {}, "says “change”"),
        ("Bench", "Bench Outreach", {}, "says “bench”"),
        ("the Bench", "Outreach", {"aliases": ["Bench"]}, "also called “Bench”"),
        (
            "deaf",
            "Hands",
            {"description": "Sign language and hearing loss"},
            "says “hearing loss”, which goes with “deaf”",
        ),
    ],
)
def test_a_name_somebody_uses_finds_the_service_and_says_how(link_worker, typed, name, values, because):
    called(name, **values)
    called("Chess club")
    refresh_words()
    assert because in why(link_worker, typed)[name]
    assert len(found(link_worker, typed)) == 1


def test_an_organisations_name_finds_what_it_runs(link_worker):
    mind = OrganizationFactory(name="Riverside Mind", search_names="riverside mind mind")
    ServiceFactory(organization=mind, name="Peer group")
    assert why(link_worker, "mind") == {"Peer group": ("run by Riverside Mind",)}


def test_a_service_named_so_comes_before_one_that_mentions_it(link_worker):
    ServiceFactory(name="Advice shop", description="Sends people to mind their money")
    ServiceFactory(name="Friends of Mind", description="Not run by them")
    assert found(link_worker, "mind")[0] == "Friends of Mind"


def test_common_words_alone_are_not_enough(link_worker):
    for number in range(12):
        ServiceFactory(name=f"Group {number}", description="A group")
    ServiceFactory(name="Wren House", description="Bereavement group")
    refresh_words()
    assert found(link_worker, "bereavement group") == ["Wren House"]


def test_shut_and_stale_entries_sink_and_stay_findable(link_worker):
    today = clock.today()
    FullServiceFactory(name="Full", description="Chess", assured_on=today)
    ServiceFactory(name="Old", description="Chess", assured_on=today - timedelta(days=400))
    ServiceFactory(name="Sure", description="Chess", assured_on=today)
    assert found(link_worker, "chess") == ["Sure", "Old", "Full"]
    assert found(link_worker) == ["Sure", "Old", "Full"]


def test_what_has_gone_or_ended_is_not_found(link_worker):
    ServiceFactory(description="Chess", gone_at=clock.now())
    ServiceFactory(description="Chess", status=ServiceStatus.DEFUNCT)
    assert found(link_worker, "chess") == []


def test_near_is_one_thing_and_serving_the_area_another(link_worker):
    at(ServiceFactory(name="Round the corner", postcode_districts=["E1"]), 0.8)
    at(ServiceFactory(name="Far, for here", postcode_districts=["SE13"]), 9)
    at(ServiceFactory(name="Far, for the borough", areas=["Lewisham"]), 9)
    at(ServiceFactory(name="Far", areas=["Bromley"]), 9)
    assert why(link_worker, near=HERE, reach=Reach.NEAR) == {"Round the corner": ("0.8 miles from SE13 6…",)}
    assert why(link_worker, near=HERE, reach=Reach.SERVES) == {
        "Far, for here": ("serves SE13",),
        "Far, for the borough": ("serves Lewisham",),
    }
    assert set(found(link_worker, near=HERE)) == {"Round the corner", "Far, for here", "Far, for the borough"}


def test_a_service_is_one_row_with_its_nearest_place(link_worker):
    service = ServiceFactory(postcode_districts=["SE13"])
    for miles in (2.9, 0.5, 1.5):
        at(service, miles, name=f"Hall {miles}")
    (hit,) = search(link_worker, Wanted(near=HERE)).hits
    assert (hit.place.name, round(hit.miles, 1), hit.serves) == ("Hall 0.5", 0.5, True)


def test_a_confidential_place_is_never_measured_from(link_worker):
    at(ServiceFactory(name="Refuge"), 0.1, name="Secret House", is_confidential=True)
    assert found(link_worker, near=HERE) == []


def test_a_helpline_for_everybody_is_found_by_its_words(link_worker):
    ServiceFactory(name="Listening line", description="Someone listens", delivery=["phone"])
    assert why(link_worker, "listening", near=HERE) == {
        "Listening line": ("says “listening”", "by telephone or online, with no area named")
    }
    assert found(link_worker, near=HERE) == []


def test_the_nearest_can_come_first(link_worker):
    at(ServiceFactory(name="Chess chess chess", description="Chess chess"), 2.5)
    at(ServiceFactory(name="Games", description="Chess, draughts and dominoes"), 0.5)
    assert found(link_worker, "chess", near=HERE)[0] == "Chess chess chess"
    assert found(link_worker, "chess", near=HERE, order=Order.NEAREST)[0] == "Games"


@pytest.mark.parametrize(
    ("fits", "does_not", "wanted"),
    [
        ({"is_free": True}, {"is_free": False}, {"is_free": True}),
        ({"is_free": True}, {"is_free": None}, {"is_free": True}),
        ({"languages": ["English", "Polish"]}, {"languages": ["English"]}, {"language": "Polish"}),
        ({"access_features": ["step-free"]}, {}, {"access": "step-free"}),
        ({"referral_routes": ["drop-in"]}, {"referral_routes": ["professional"]}, {"self_referral": True}),
        ({"minimum_age": 55}, {"minimum_age": 70}, {"age": 67}),
        ({"maximum_age": 67}, {"maximum_age": 25}, {"age": 67}),
        ({"maximum_age": 5, "age_of": AgeOf.CLIENT_OR_CHILD}, {"maximum_age": 5}, {"age": 30}),
    ],
)
def test_facts_narrow_the_list(link_worker, fits, does_not, wanted):
    ServiceFactory(name="Fits", **fits)
    ServiceFactory(name="Does not", **does_not)
    assert found(link_worker, **wanted) == ["Fits"]


def test_a_place_can_be_accessible_where_the_service_does_not_say(link_worker):
    at(ServiceFactory(name="In the hall"), 1, access_features=["hearing loop"])
    ServiceFactory(name="Elsewhere")
    assert found(link_worker, access="hearing loop") == ["In the hall"]


def test_day_and_time_are_those_of_the_opening(link_worker):
    evening, morning, unsaid = (ServiceFactory(name=name) for name in ("Evening", "Morning", "Some time"))
    OpeningTime.objects.create(service=evening, weekday=1, opens=time(18), closes=time(20))
    OpeningTime.objects.create(service=morning, weekday=1, opens=time(9), closes=time(12))
    OpeningTime.objects.create(service=unsaid, weekday=1, is_every_week=False)
    tuesday = {"weekday": Weekday.TUESDAY}
    assert why(link_worker, **tuesday, part_of_day=PartOfDay.EVENING) == {
        "Evening": ("open Tuesdays 6pm to 8pm",),
        "Some time": ("open some Tuesdays, hours not told",),
    }
    assert set(found(link_worker, **tuesday)) == {"Evening", "Morning", "Some time"}
    assert found(link_worker, weekday=Weekday.FRIDAY) == []


def test_one_can_choose_from_what_entries_tell(link_worker):
    at(
        ServiceFactory(languages=["Polish", "Bengali"], access_features=["step-free"]),
        1,
        access_features=["hearing loop"],
    )
    refresh_words()
    languages, access = list_choices(link_worker).values()
    assert (languages, access) == (["Bengali", "Polish"], ["hearing loop", "step-free"])


def test_however_many_are_found_it_takes_few_queries(link_worker):
    for _ in range(30):
        at(ServiceFactory(description="Chess"), 1)
    with at_most(5):
        answer = search(link_worker, Wanted(words="chess", near=HERE, weekday=None))
    assert (len(answer.hits), answer.total) == (25, 30)


def test_a_place_that_has_gone_is_not_where_a_service_is(link_worker):
    service = ServiceFactory()
    at(service, 2, name="Hall")
    at(service, 0.5, name="Former hall", gone_at=clock.now())
    (hit,) = search(link_worker, Wanted(near=HERE)).hits
    assert (hit.place.name, round(hit.miles, 1)) == ("Hall", 2.0)


def test_every_organisation_named_so_is_found_not_the_first_hundred(link_worker):
    for number in range(105):
        one = OrganizationFactory(name=f"Mind {number}", search_names="mind")
        ServiceFactory(organization=one, name="Peer group", search_names="peer group", search_words="peer group")
    assert search(link_worker, Wanted(words="mind")).total == 105


def test_words_that_mean_nothing_do_not_bring_helplines_near(link_worker):
    ServiceFactory(name="Listening line", delivery=["phone"])
    assert found(link_worker, "the", near=HERE) == []


def test_a_page_past_the_end_is_the_first(link_worker):
    ServiceFactory(name="Chess")
    assert len(search(link_worker, Wanted(), page=9).hits) == 1


@pytest.mark.parametrize("typed", ["", " ", "the", "' or 1=1 --", "a & b | !c:*", "%%", "\\", "🙂", "x" * 3000])
def test_odd_words_are_answered(link_worker, typed):
    ServiceFactory()
    search(link_worker, Wanted(words=typed, near=HERE))


def test_strangers_are_not_answered_here():
    with pytest.raises(NotAllowed):
        search(Actor.nobody(), Wanted())
