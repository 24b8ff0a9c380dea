import pytest

from linkworks.domain.onward.matching.eligibility import rule
from linkworks.domain.onward.matching.facts import CLIENT, ClientFacts, Person, State
from linkworks.domain.onward.matching.tests.services import service

CLIENT_FACTS = ClientFacts(age=45, gender="woman", borough="Lewisham", district="SE13")


def ruling(entry, *others, facts=CLIENT_FACTS, has=(), overridden=()):
    client = Person(CLIENT, facts.age, facts.gender, circumstances=frozenset(has))
    return rule(entry, facts, (client, *others), frozenset(overridden))


def kinds(found) -> list[str]:
    return [refusal.kind for refusal in found.refusals]


@pytest.mark.parametrize(
    ("entry", "kind", "because"),
    [
        (service(state=State.CLOSED), "closed", "it is closed"),
        (service(state=State.FULL), "full", "it is full at the moment"),
        (service(areas=("Bexley", "Bromley")), "area", "it serves Bexley and Bromley, not Lewisham"),
        (service(districts=("SE6",)), "area", "it serves SE6, not SE13"),
        (service(minimum_age=60), "age", "it is for people aged 60 and over and the client is 45"),
        (service(minimum_age=16, maximum_age=25), "age", "it is for people aged 16 to 25 and the client is 45"),
        (service(gender="men"), "gender", "it is for men"),
        (
            service(conditions_needed=("veteran",)),
            "needed",
            "it is only for: served in the armed forces; the story does not say so",
        ),
    ],
)
def test_not_for_this_person_because(entry, kind, because):
    found = ruling(entry)

    assert found.person is None
    assert kinds(found) == [kind]
    assert found.refusals[0].because == because


def test_what_is_not_known_never_rules_anybody_out():
    nothing = ClientFacts()

    assert ruling(service(minimum_age=60, gender="men", areas=("Bexley",), districts=("SE6",)), facts=nothing).person


@pytest.mark.parametrize("gender", ["", "non-binary", "not said"])
def test_an_unknown_or_self_described_gender_never_excludes(gender):
    facts = ClientFacts(age=45, gender=gender, borough="Lewisham")

    assert ruling(service(gender="women"), facts=facts).person
    assert ruling(service(gender="men"), facts=facts).person


def test_full_and_area_may_be_overridden_and_nothing_else():
    entry = service(state=State.FULL, areas=("Bexley",), minimum_age=60)

    assert kinds(ruling(entry, overridden=("full", "area", "age"))) == ["age"]


def test_what_is_only_guessed_at_rules_nobody_out_and_lets_them_in():
    client = Person(CLIENT, 45, "woman", circumstances=frozenset({"smi"}), perhaps=frozenset({"smi"}))

    assert rule(service(conditions_ruled_out=("smi",)), CLIENT_FACTS, (client,)).person
    assert rule(service(conditions_needed=("smi",)), CLIENT_FACTS, (client,)).person


def test_a_ruled_out_condition_rules_out():
    assert kinds(ruling(service(conditions_ruled_out=("smi",)), has=("smi",))) == ["ruled_out"]


def test_a_waiting_list_is_no_refusal():
    assert ruling(service(state=State.WAITING_LIST)).person


def test_everywhere_serves_everybody():
    assert ruling(service(areas=("England",))).person


def test_the_child_may_be_whom_it_is_for():
    child = Person("child", 9, is_child=True, circumstances=frozenset({"bereaved"}))
    entry = service(minimum_age=4, maximum_age=17, takes_children=True, conditions_needed=("bereaved",))

    assert ruling(entry, child, has=("bereaved",)).person == child
    assert kinds(ruling(service(minimum_age=4, maximum_age=17), child)) == ["age"]


def test_somebody_close_counts_only_with_a_circumstance_of_their_own():
    wife = Person("wife", gender="woman", circumstances=frozenset({"stroke"}))

    assert ruling(service(conditions_needed=("stroke",)), wife).person == wife
    assert ruling(service(minimum_age=60), wife).person is None


def test_an_age_in_a_conditions_name_is_asked_of_the_age():
    entry = service(conditions_needed=("older60", "disabled"))

    assert ruling(entry).person is None
    assert ruling(entry, facts=ClientFacts(age=66)).person
    assert ruling(entry, has=("disabled",)).person
