"""Eligibility is law: who may not be offered a service, and why. What is not known never rules anybody out."""

from dataclasses import dataclass

from linkworks.domain.onward.matching.facts import CLIENT, ClientFacts, Person, ServiceFacts, State
from linkworks.domain.onward.matching.reading import generic
from linkworks.domain.onward.matching.reading.circumstances import label_of

EVERYWHERE = frozenset(
    {"london", "greater london", "england", "uk", "united kingdom", "great britain", "national", "online"}
)
FOR_GENDER = {"women": "woman", "men": "man"}
FULL, AREA = "full", "area"


@dataclass(frozen=True)
class Refusal:
    """`kind` is "closed", "full", "area", "age", "gender", "needed" or "ruled_out"; full and area may be overridden."""

    kind: str
    because: str

    @property
    def may_be_overridden(self) -> bool:
        return self.kind in {FULL, AREA}


@dataclass(frozen=True)
class Ruling:
    """Either `refusals`, or `person`: for whom in the story the service may be."""

    person: Person | None
    refusals: tuple[Refusal, ...] = ()


def rule(
    service: ServiceFacts, client: ClientFacts, people: tuple[Person, ...], overridden: frozenset[str] = frozenset()
) -> Ruling:
    """`overridden` holds "full" or "area" where the worker gave a reason; nothing else can be overridden."""
    refusals = [
        one
        for one in (*_state(service), *_area(service, client))
        if one.kind not in overridden or not one.may_be_overridden
    ]
    persons = [person for person in people if _may_be_asked(service, person)]
    each = [(person, _person(service, person)) for person in persons]
    fitting = next((person for person, against in each if not against), None)
    if fitting is None:
        fewest = min(len(against) for _, against in each)
        refusals += next(against for _, against in each if len(against) == fewest)
    return Ruling(None if refusals else fitting, tuple(refusals))


def _may_be_asked(service: ServiceFacts, person: Person) -> bool:
    """A child only where the service takes children; anybody else in the story only for a circumstance of their own."""
    if person.is_child:
        return service.takes_children
    return person.who == CLIENT or any(name in person.circumstances for name in service.conditions_needed)


def _state(service: ServiceFacts) -> list[Refusal]:
    if service.state == State.CLOSED:
        return [Refusal("closed", "it is closed")]
    if service.state == State.FULL:
        return [Refusal(FULL, "it is full at the moment")]
    return []


def _area(service: ServiceFacts, client: ClientFacts) -> list[Refusal]:
    areas = {area.casefold() for area in service.areas}
    if client.borough and areas and not areas & EVERYWHERE and client.borough.casefold() not in areas:
        return [Refusal(AREA, f"it serves {_listed(service.areas)}, not {client.borough}")]
    if (
        client.district
        and service.districts
        and client.district.upper() not in {one.upper() for one in service.districts}
    ):
        return [Refusal(AREA, f"it serves {_listed(service.districts)}, not {client.district}")]
    return []


def _person(service: ServiceFacts, person: Person) -> list[Refusal]:
    return [*_age(service, person), *_gender(service, person), *_conditions(service, person)]


def _age(service: ServiceFacts, person: Person) -> list[Refusal]:
    low, high = service.minimum_age, service.maximum_age
    if person.age is None or (low or 0) <= person.age <= (high if high is not None else person.age):
        return []
    who = "the child" if person.is_child else "the client"
    return [Refusal("age", f"it is for people {ages(low, high)} and {who} is {person.age}")]


def ages(low: int | None, high: int | None) -> str:
    if low is None or (low == 0 and high is not None):
        return f"up to {high}"
    return f"aged {low} and over" if high is None else f"aged {low} to {high}"


def _gender(service: ServiceFacts, person: Person) -> list[Refusal]:
    wanted = FOR_GENDER.get(service.gender)
    if wanted and person.gender in FOR_GENDER.values() and person.gender != wanted:
        return [Refusal("gender", f"it is for {service.gender}")]
    return []


def _conditions(service: ServiceFacts, person: Person) -> list[Refusal]:
    refusals = []
    if service.conditions_needed and not any(holds(person, name) for name in service.conditions_needed):
        wanted = _listed(sorted(label_of(name) for name in service.conditions_needed), " or ")
        refusals.append(Refusal("needed", f"it is only for: {wanted}; the story does not say so"))
    if against := sorted(name for name in service.conditions_ruled_out - person.perhaps if holds(person, name)):
        refusals.append(Refusal("ruled_out", f"it is not for: {_listed([label_of(name) for name in against])}"))
    return refusals


def holds(person: Person, name: str) -> bool:
    """A name that is an age ("older60") is asked of the age. An age that is not known does not hold."""
    if (age := generic.age_from(name)) is not None:
        return person.age is not None and person.age >= age
    return name in person.circumstances


def _listed(names: object, last: str = " and ") -> str:
    words = [str(name) for name in names]  # type: ignore[attr-defined]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])}{last}{words[-1]}"
