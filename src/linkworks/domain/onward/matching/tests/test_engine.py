import pytest

from linkworks.domain.onward.matching.engine import Engine
from linkworks.domain.onward.matching.facts import ClientFacts, Place, State, Story
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.matching.tests.services import service

WOMAN = ClientFacts(age=70, gender="woman", borough="Lewisham", district="SE13")

DEBT = service("Fresh Start", categories=("debt", "advice"), description="Debt advice and bailiffs.")
GRIEF = service(
    "Seasons", categories=("bereavement",), conditions_needed=("bereaved",), description="For the grieving."
)
WALKS = service("Strollers", categories=("walking",), description="Led walks in the park.")
CHAT = service("Kettle On", categories=("befriending", "phone"), delivery=("phone",), description="A weekly call.")
SWIM = service("Splash", categories=("swimming",), delivery=("in_person",), description="Swimming in the pool.")
VETS = service(
    "Comrades", categories=("veterans",), conditions_needed=("veteran",), description="For those who served."
)
CARIBBEAN = service(
    "Calypso Club",
    categories=("lunch club",),
    conditions_needed=("caribbean_african_heritage",),
    description="Caribbean elders eat together.",
)
LUNCH = service("Dinner Club", categories=("lunch club",), description="Older people eat together.")
ALL = (DEBT, GRIEF, WALKS, CHAT, SWIM, VETS, CARIBBEAN, LUNCH)


def find(story: str, client: ClientFacts = WOMAN, services=ALL, **more):
    return Engine.over(services, meaning=None).find(Story(story), client, **more)


def names(found) -> list[str]:
    return [option.service.name for option in found.options]


def test_every_need_of_a_story_gets_its_due():
    found = find("Unopened letters everywhere since her husband died. Loves walking.")

    assert set(names(found)[:3]) == {"Fresh Start", "Seasons", "Strollers"}


def test_an_option_says_why_in_the_storys_own_words():
    first = find("A bag of unopened letters and the bailiffs are coming.").options[0]

    assert first.service == DEBT
    assert "“unopened letters”" in first.why or "“bailiffs”" in first.why
    assert "debts and bills" in first.why


def test_what_needs_a_circumstance_that_nobody_tells_of_is_not_offered():
    found = find("Lonely and bored.")

    assert "Comrades" not in names(found)
    refused = next(one for one in found.not_offered if one.service == VETS)
    assert refused.because == "it is only for: served in the armed forces; the story does not say so"


def test_where_somebody_is_from_moves_nothing_unless_they_wish_it():
    plain = find("Eats alone and misses company.")
    mentioned = find("Jamaican. Eats alone and misses company.")
    wished = find("Eats alone and misses company. Would like to be with other Caribbean people.")

    ranked = [name for name in names(mentioned) if name != CARIBBEAN.name]
    assert ranked == names(plain)
    assert names(mentioned).index("Dinner Club") < names(mentioned).index("Calypso Club")
    assert names(wished)[0] == "Calypso Club"


def test_who_cannot_get_out_is_offered_what_comes_to_them_first():
    found = find("Would love company or a swim.", ClientFacts(age=70, mobility="housebound"))

    assert names(found).index("Kettle On") < names(found).index("Splash")


def test_the_nearer_of_two_alike_comes_first():
    near = service("Near walks", categories=("walking",), place=Place(51.46, -0.01))
    far = service("A far walk", categories=("walking",), place=Place(51.40, -0.20))
    found = find("Loves walking.", ClientFacts(age=70, place=Place(51.461, -0.012)), services=(far, near))

    assert names(found) == ["Near walks", "A far walk"]
    assert found.options[0].kilometres < 1 < found.options[1].kilometres


def test_an_override_brings_back_what_is_full():
    full = service("Full House", categories=("lunch club",), state=State.FULL)

    assert not find("Lonely.", services=(full,)).options
    assert find("Lonely.", services=(full,), overridden=frozenset({"full"})).options


def test_without_the_model_it_says_so():
    assert find("Lonely.").notes == (model.MISSING,)


def test_no_services_and_no_words_are_no_trouble():
    assert not find("", services=()).options
    assert find("").options
    assert find("....\n???").options


@pytest.fixture(scope="module")
def encoder():
    if model.encoder() is None:
        pytest.skip("the language model is not installed")
    return model.encoder()


def test_the_model_gives_the_figures_its_authors_publish(encoder):
    happy, very, dog, sunny = encoder.encode(
        ["That is a happy person", "That is a very happy person", "That is a happy dog", "Today is a sunny day"]
    )

    assert happy @ very == pytest.approx(0.9429, abs=2e-4)
    assert happy @ dog == pytest.approx(0.6946, abs=2e-4)
    assert happy @ sunny == pytest.approx(0.2569, abs=2e-4)


def test_a_sentence_may_suggest_by_its_meaning_and_is_shown(encoder):
    found = Engine.over(ALL, meaning=encoder).find(
        Story("A drawer crammed with brown envelopes she cannot face."), WOMAN
    )
    sign = found.reading.suggested["debt"]

    assert sign.words == "A drawer crammed with brown envelopes she cannot face"
    assert sign.sure < 1
    assert found.options[0].service == DEBT
    assert not found.notes


@pytest.mark.parametrize("story", ["I do not drink.", "She does not drink at all.", "He never drank."])
def test_what_is_denied_in_few_words_is_not_suggested_by_its_meaning(encoder, story):
    found = Engine.over(ALL, meaning=encoder).find(Story(f"Lives alone with her cat. {story}"), WOMAN)
    assert "alcohol_drugs" not in {sign.circumstance for sign in found.reading.signs}


def test_a_slip_of_the_keyboard_is_understood_and_shown_as_written(encoder):
    found = Engine.over(ALL, meaning=encoder).find(Story("Bad anxeity and athritis."), WOMAN)

    assert found.reading.suggested["mh"].words == "anxeity"
    assert found.reading.suggested["pain"].words == "athritis"
