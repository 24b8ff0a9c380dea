"""A list of known people and a list that comes in, with who is who."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from bench.invented_people.carelessness import Typist
from bench.invented_people.error_models import ErrorModel
from bench.invented_people.people import Inventor, Somebody
from linkworks.domain.people.matching.portrait import Description

RECORDS = 0.3  # how careless the records of the known are, beside the list


@dataclass(frozen=True)
class Incoming:
    row: Description
    known: int | None  # who it is
    kind: str  # of those who are not known: how they look as if they were
    community: str


@dataclass(frozen=True)
class Lists:
    known: list[Description]
    incoming: list[Incoming]


def make_lists(seed: int, errors: ErrorModel, *, known: int = 20_000, incoming: int = 5_000) -> Lists:
    inventor = Inventor(seed)
    people = list(inventor.people(known + incoming))
    strangers, people = people[known:], people[:known]
    chosen = inventor.chance.sample(range(known), incoming)
    rows = list(_incoming(inventor, errors, people, strangers, chosen))
    return Lists([_as_kept(inventor.chance, one, errors) for one in people], rows)


def _as_kept(chance: Random, one: Somebody, errors: ErrorModel) -> Description:
    """Records have gaps as well: rarely wrong, sometimes without a number, a telephone or a birth."""
    row = one.described
    if chance.random() < errors.no_nhs_number * RECORDS:
        row = replace(row, nhs_number="")
    if chance.random() < errors.no_phone * RECORDS:
        row = replace(row, phone="")
    if chance.random() < errors.no_dob * RECORDS:
        row = replace(row, dob="")
    return row


def _incoming(
    inventor: Inventor,
    errors: ErrorModel,
    people: list[Somebody],
    strangers: list[Somebody],
    chosen: list[int],
) -> Iterator[Incoming]:
    typist = Typist(inventor, errors)
    # nobody could tell a twin who is entered under her sister's name
    other_typist = Typist(inventor, replace(errors, other_given=0))
    hard = _hard_kinds(inventor, errors)
    for stranger, number in zip(strangers, chosen, strict=True):
        person = people[number]
        draw = inventor.chance.random()
        if draw < errors.known:
            yield Incoming(typist.type(person), number, "", person.community.name)
            continue
        kind, other = "stranger", stranger
        reach = errors.known
        for name, share, make in hard:
            reach += share
            if draw < reach:
                kind, other = name, make(person)
                break
        yield Incoming(other_typist.type(other), None, kind, other.community.name)


def _hard_kinds(
    inventor: Inventor, errors: ErrorModel
) -> tuple[tuple[str, float, Callable[[Somebody], Somebody]], ...]:
    years = inventor.chance
    return (
        ("twin", errors.twin, inventor.twin),
        ("heir", errors.heir, inventor.heir),
        (
            "sibling",
            errors.sibling,
            lambda one: inventor.relative(one, years=years.choice([-3, -2, -1, 1, 2, 3]), sex=one.described.sex),
        ),
        ("namesake", errors.namesake, inventor.namesake),
        ("neighbour", errors.neighbour, inventor.neighbour),
        ("spouse", errors.spouse, lambda one: inventor.relative(one, years=years.randint(-6, 6))),
    )
