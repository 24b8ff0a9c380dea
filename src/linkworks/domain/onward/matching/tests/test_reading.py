import pytest

from linkworks.domain.onward.matching.facts import CLIENT, ClientFacts, Story
from linkworks.domain.onward.matching.reading.circumstances import read_signs
from linkworks.domain.onward.matching.reading.likeness import Likeness
from linkworks.domain.onward.matching.reading.story import Reading, read, without_identity
from linkworks.domain.onward.matching.text import Text


def reading(story: str, *, gender: str = "woman", age: int | None = 40, **facts) -> Reading:
    wanted = facts.pop("wanted", frozenset())
    return read(Story(story), ClientFacts(age=age, gender=gender, **facts), wanted=wanted)


def suggested(story: str, **facts) -> set[str]:
    return set(reading(story, **facts).suggested)


def test_a_circumstance_comes_with_the_words_that_led_to_it():
    assert reading("She’s had two falls. Uses hearing aids now.").suggested["hearing_loss"].words == "hearing aids"


@pytest.mark.parametrize(
    ("story", "circumstance"),
    [
        ("Not drinking.", "alcohol_drugs"),
        ("He has never been in prison.", "prison_leaver"),
        ("Never served in the army.", "veteran"),
        ("Doesn't think it's depression.", "mh"),
        ("Alcohol is not a problem.", "alcohol_drugs"),
        ("Used to drink, stopped twenty years ago.", "alcohol_drugs"),
        ("Volunteers at a homeless shelter.", "homeless"),
    ],
)
def test_what_is_denied_over_or_elsewhere_is_not_suggested(story, circumstance):
    assert circumstance not in suggested(story)


def test_what_lasts_is_not_ended_by_used_to():
    assert "veteran" in suggested("Used to be in the army.", gender="man")


def test_a_denial_reaches_no_further_than_its_clause():
    assert "mh" in suggested("No job, depressed.")


def test_a_late_husbands_service_is_grief_and_not_service():
    found = suggested("Her late husband was a veteran.")

    assert {"bereaved", "widowed"} <= found
    assert "veteran" not in found


def test_who_looks_after_a_mother_is_a_carer_and_not_frail():
    found = suggested("Looks after her mother who is frail and falls.")

    assert "carer_adult" in found
    assert not {"frail", "falls_risk"} & found


def test_an_autistic_son_makes_a_parent_carer():
    found = reading("Her son, 9, is autistic.")

    assert {"parent", "parent_carer"} <= set(found.suggested)
    assert "autism" not in found.suggested
    assert [person.age for person in found.people if person.is_child] == [9]
    assert "autism" in next(person for person in found.people if person.is_child).circumstances


def test_he_in_the_story_of_a_woman_is_the_man_last_spoken_of():
    found = suggested("Her husband came home in May. Every payday he gambles.")

    assert {"gambling_family", "family_of_addict"} <= found
    assert "gambling" not in found


def test_what_follows_is_suggested_too():
    assert {"deaf_bsl", "hearing_loss"} <= suggested("She uses BSL.")
    assert {"refugee_asylum", "migrant"} <= suggested("Lives in an asylum hotel.")
    assert {"disabled", "benefits"} <= suggested("She gets PIP.")
    assert {"nrpf", "migrant"} <= suggested("She has no papers.")
    assert "vet_and_vi" in suggested("Ex RAF, partially sighted.", gender="man")


@pytest.mark.parametrize(
    ("story", "ages"),
    [
        ("Son of 8 and a daughter aged 11.", [8, 11]),
        ("Has kids 3, 5 and 9.", [3, 5, 9]),
        ("New baby, six weeks old.", [0]),
        ("Twins of 18 months old.", [1]),
        ("Her 15 year old won't go to school.", [15]),
        ("Her grown up son is 34.", []),
        ("Lost the baby in May.", []),
    ],
)
def test_the_ages_of_children(story, ages):
    assert [person.age for person in reading(story).people if person.is_child and person.age is not None] == ages


def test_an_old_persons_children_are_grown():
    found = reading("Lives with her son.", age=84, household="with son")

    assert not [person for person in found.people if person.is_child]
    assert "parent" not in found.suggested


def test_what_the_worker_says_overrules_the_reading():
    story = Story("She drinks every night.", confirmed=frozenset({"veteran"}), set_aside=frozenset({"alcohol_drugs"}))
    found = read(story, ClientFacts(gender="woman"))

    assert "veteran" in found.client.circumstances
    assert "alcohol_drugs" not in found.client.circumstances
    assert found.client.who == CLIENT


def test_a_name_that_the_lexicon_does_not_know_is_read_from_its_words():
    wanted = frozenset({"huntingtons_patient", "stammer", "older75"})

    assert "huntingtons_patient" in suggested("Diagnosed with Huntington's in May.", wanted=wanted)
    assert "stammer" in suggested("Has stammered since school.", wanted=wanted)
    assert "stammer" not in suggested("No stammer now.", wanted=wanted)
    assert "older75" not in suggested("She is 80.", wanted=wanted)


def test_who_somebody_is_leaves_the_ranking_unless_it_is_wished():
    mentioned = reading("Jamaican, 58, bad knees.")
    wished = reading("Bad knees. Would like to be with other Jamaican women.")

    assert "jamaican" not in without_identity(mentioned)
    assert "bad knees" in without_identity(mentioned)
    assert not mentioned.wishes
    assert wished.wishes == {"caribbean_african_heritage"}
    assert "jamaican" in without_identity(wished)


def test_meaning_alone_never_says_who_somebody_is():
    story = "Lost a partner of many years."
    alike = [Likeness("lonely", False, 0, 28, 0.6), Likeness("lgbtq", False, 0, 28, 0.6)]
    suggested = {sign.circumstance for sign in read_signs(Text.of(story), "man", alike=alike)}

    assert "lonely" in suggested
    assert "lgbtq" not in suggested


def test_implied_needs_are_found():
    def needs(story: str) -> set[str]:
        return {found.need.name for found in reading(story, age=70).needs if found.strength > 0.5}

    assert "debt" in needs("A bag of unopened letters by the door.")
    assert "handyperson" in needs("There is no key safe.")
    assert "hoarding" in needs("Piles of things in every room.")
    assert "hoarding" not in needs("A pile of unopened letters.")
    assert "pets" in needs("Won't leave because of the dog.")
    assert {"food_now", "energy"} <= needs("Hasn't eaten since Sunday and no electricity.")


def test_a_sons_asthma_is_not_the_mothers_need():
    found = {found.need.name: found.strength for found in reading("Her baby has asthma.").needs}

    assert found["lungs"] <= 0.5


def test_living_alone_only_may_mean_lonely():
    found = reading("Wants help with a form.", household="alone").suggested

    assert found["lonely"].sure < 1


def test_road_signs_are_not_sign_language():
    assert "deaf_bsl" not in suggested("Can't read more than road signs.")
    assert "deaf_bsl" in suggested("She signs and lip reads.")


@pytest.mark.parametrize(
    ("story", "not_so"),
    [
        ("Lost her husband to a stroke in June.", "stroke"),
        ("Four jobs lost in the probation period.", "prison_leaver"),
        ("Discharged from the CMHT last month.", "hospital_discharge"),
    ],
)
def test_words_that_only_sound_like_it(story, not_so):
    assert not_so not in reading(story).client.circumstances
