"""One story read whole: who is in it, what is suggested about whom, what is needed, what is wished for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from linkworks.domain.onward.matching.expressions import one_of, read_lexicon
from linkworks.domain.onward.matching.facts import CLIENT, ClientFacts, Person, Story
from linkworks.domain.onward.matching.reading import likeness
from linkworks.domain.onward.matching.reading.circumstances import Sign, is_identity, read_signs
from linkworks.domain.onward.matching.reading.family import OLDEST_WITH_CHILDREN, find_children_ages
from linkworks.domain.onward.matching.reading.kin import gender_of
from linkworks.domain.onward.matching.reading.needs import NeedFound, read_needs
from linkworks.domain.onward.matching.text import Text

if TYPE_CHECKING:
    from linkworks.domain.onward.matching.meaning.encoder import Encoder

UNDER_FIVE = 5
LIKELY = 0.5
PARENT = frozenset({"parent", "parent_u5", "single_parent", "young_parent", "father", "perinatal", "parent_carer"})
CHILD_WORD = re.compile(
    r"son|daughter|child|kid|boy|girl|lad\b|lads|baby|toddler|twin|youngest|eldest|oldest|teenager|little one"
)
HOUSEHOLD_CHILD = re.compile(r"\b(?:child|children|kids?|sons?|daughters?|bab(?:y|ies)|toddlers?|twins|boys?|girls?)\b")
GROWN = re.compile(r"\b(?:adult|grown|grown up) (?:son|daughter|child|children|kids)\b")


@dataclass(frozen=True)
class Reading:
    text: Text
    signs: tuple[Sign, ...]
    people: tuple[Person, ...]
    needs: tuple[NeedFound, ...]
    wishes: frozenset[str]

    @property
    def client(self) -> Person:
        return self.people[0]

    @cached_property
    def suggested(self) -> dict[str, Sign]:
        """The client's circumstances, each with the surest words that led to it."""
        own = sorted((sign for sign in self.signs if not sign.of), key=lambda sign: sign.sure)
        return {sign.circumstance: sign for sign in own}

    def about(self, person: Person, circumstance: str) -> Sign | None:
        if person.who == self.client.who:
            return self.suggested.get(circumstance)
        return next(
            (sign for sign in self.signs if sign.of and sign.circumstance == circumstance), None
        ) or self.suggested.get(circumstance)


def read(
    story: Story,
    client: ClientFacts,
    *,
    wanted: frozenset[str] = frozenset(),
    mend: Callable[[str], str] = str,
    encoder: "Encoder | None" = None,
) -> Reading:
    """`wanted` are the circumstances that services ask about; `mend` puts slips of the keyboard right; with `encoder`
    a sentence may also suggest by its meaning.
    """
    text = Text.of(f"{story.text}\n{client.household}", mend)
    ages = find_children_ages(text, client.age)
    has_children = _has_children(text, client, ages)
    told = Text.of(story.text, mend)
    alike = likeness.find(encoder, told) if encoder else ()
    circumstances = [one for one in alike if not one.is_need]
    signs = _settled(read_signs(text, client.gender, wanted, circumstances), story, client, has_children, ages)
    wishes = _wishes(text, signs)
    people = _people(signs, story, client, ages, has_children)
    return Reading(
        text,
        signs,
        people,
        read_needs(told, signs, client, ages, [one for one in alike if one.is_need]),
        wishes,
    )


def _has_children(text: Text, client: ClientFacts, ages: tuple[int, ...]) -> bool:
    if client.age is not None and client.age >= OLDEST_WITH_CHILDREN:
        return False
    return bool(ages or HOUSEHOLD_CHILD.search(GROWN.sub("", client.household.lower())))


def _settled(
    signs: tuple[Sign, ...], story: Story, client: ClientFacts, has_children: bool, ages: tuple[int, ...]
) -> tuple[Sign, ...]:
    """Without what the worker set aside, and with what the household says."""
    kept = [sign for sign in signs if sign.circumstance not in story.set_aside or sign.of]
    if client.age is not None and client.age >= OLDEST_WITH_CHILDREN:
        kept = [sign for sign in kept if sign.of or sign.circumstance not in PARENT]
    held = {sign.circumstance for sign in kept if not sign.of}
    facts = {"parent": has_children, "parent_u5": any(age < UNDER_FIVE for age in ages)}
    if client.mobility == "housebound":
        facts |= {"housebound": True}
    if client.mobility in {"housebound", "limited", "wheelchair"}:
        facts |= {"disabled": True}
    kept += [Sign(name, "", 0, 0) for name, is_so in facts.items() if is_so and name not in held | story.set_aside]
    kept += [Sign(name, "", 0, 0) for name in sorted(story.confirmed - held)]
    return tuple(kept)


def _people(
    signs: tuple[Sign, ...], story: Story, client: ClientFacts, ages: tuple[int, ...], has_children: bool
) -> tuple[Person, ...]:
    """The client first. Children share what is said of the household; an age that is not told stays unknown."""
    own = frozenset(sign.circumstance for sign in signs if not sign.of)
    perhaps = own - {sign.circumstance for sign in signs if not sign.of and sign.sure >= LIKELY}
    others: dict[str, set[str]] = {}
    for sign in signs:
        if sign.of:
            others.setdefault(sign.of, set()).add(sign.circumstance)
    childs = frozenset().union(*(held for who, held in others.items() if CHILD_WORD.search(who)))
    children = [Person("child", age, is_child=True, circumstances=own | childs) for age in ages]
    if not children and has_children:
        children = [Person("child", None, is_child=True, circumstances=own | childs)]
    adults = [
        Person(who, gender=gender_of(who), circumstances=frozenset(held))
        for who, held in others.items()
        if not CHILD_WORD.search(who)
    ]
    grown = [
        Person(who, gender=gender_of(who), circumstances=frozenset(held))
        for who, held in others.items()
        if CHILD_WORD.search(who) and not children
    ]
    return (Person(CLIENT, client.age, client.gender, circumstances=own, perhaps=perhaps), *children, *adults, *grown)


@cache
def _wish() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(read_lexicon('grammar')['wish']['says'])})\b")


def _wishes(text: Text, signs: tuple[Sign, ...]) -> frozenset[str]:
    """Parts of who somebody is that the story links with a wish, in one sentence: these alone may move an option up."""
    found = set()
    for sign in signs:
        if is_identity(sign.circumstance) and not sign.of and sign.end:
            start, end = text.sentence_at(sign.start)
            if _wish().search(text.plain[start:end]):
                found.add(sign.circumstance)
    return frozenset(found)


def without_identity(reading: Reading) -> str:
    """The story without words on ethnicity, religion or sexuality that carry no wish: these must not move a ranking."""
    plain = list(reading.text.plain)
    for sign in reading.signs:
        if is_identity(sign.circumstance) and sign.circumstance not in reading.wishes:
            plain[sign.start : sign.end] = " " * (sign.end - sign.start)
    return "".join(plain)
