"""The people a story speaks of beside the client, and whose a circumstance is."""

import re
from dataclasses import dataclass, replace
from functools import cache

from linkworks.domain.onward.matching.expressions import groups, pattern, small_words
from linkworks.domain.onward.matching.text import SUBJECT_OPENS, Text

KINDS = ("grandchild", "other", "partner", "parent", "child", "sibling", "elder")
FEMALE = re.compile(
    r"\b(\w*mum|mother|mam|mom|mummy|wife|girlfriend|fiancee|missus|daughters?|girls?|sis|sisters?|nan|gran|grandma|"
    r"grandmother|nana|granny|aunt\w*|niece|granddaughter)\b"
)
MALE = re.compile(
    r"\b(\w*dad|daddy|father|husband|hubby|boyfriend|fiance|sons?|boys?|lads?|bro|brothers?|gran\w?dad|grandfather|uncle|"
    r"nephew|grandson)\b"
)
THEIRS = r"\b(?:her|his|my|their|our|whose|elderly)[\s-]+"
ROLE_WORDS = re.compile(r"mum|mother|mam|mom|dad|father|parent|grandmother|grandad|carer")
ROLE_AFTER = re.compile(r"^[\s-]+(of|to)[\s-]+(a|an|one|two|three|four|five|six|twins|\d|his|her|young|small)\b")
ROLE_BEFORE = re.compile(
    r"\b(single|lone|young|new|teenage|first time|stay at home|working|jamaican|somali|retired|a)[\s-]+$"
)
DESCRIBED = re.compile(
    r"[\s-]+(?:(?:old|elderly|teenage|adult|little|younger|older|eldest|youngest|twin|\d+|year|yr|yo)[\s-]+){0,3}"
)
AGE_BESIDE = re.compile(r"^\s*[,(]\s*(?:aged )?\d+\s*[,)]")
RELATED = re.compile(r"^\s*(?:who|whos|with|has|had|is|was|are)\b[^,;:]*$")
LINKS = 5
HOLDS_BACK = re.compile(r"\b(i|im|ive|she|he|client|pt|patient|herself|himself)\b")
PRONOUNS = {"he": "man", "hes": "man", "his": "man", "him": "man", "she": "woman", "shes": "woman"}
DIES = re.compile(
    r"^\W*(?:\w+[\s-]+){0,4}?"
    r"(?:died|dies|passed|death|funeral|killed|took his own|took her own|suicide|was gone by)\b"
)
LOST = re.compile(
    r"(?:late|lost (?:her|his|my|their|our)(?: \w+)?|losing (?:her|his|my)|death of (?:her|his|my)|"
    r"without (?:her|his|my))[\s-]+$"
)


@dataclass(frozen=True)
class Kin:
    """One mention. `kind` is a group of the lexicon; `word` as found."""

    kind: str
    word: str
    start: int
    end: int
    is_dead: bool = False

    @property
    def gender(self) -> str:
        return gender_of(self.word)


def gender_of(word: str) -> str:
    if FEMALE.search(word):
        return "woman"
    return "man" if MALE.search(word) else ""


def find_kin(text: Text) -> tuple[Kin, ...]:
    """Everybody but the client: "single mum of two" is the client, "her mum" is not."""
    found = []
    for match in _pattern().finditer(text.plain):
        before, after = text.plain[: match.start()], text.plain[match.end() :]
        if not _is_the_client(match.group(), before, after):
            found.append(Kin(match.lastgroup or "other", match.group(), *match.span(), _has_died(text, *match.span())))
    gone = {kin.word for kin in found if kin.is_dead}
    return tuple(replace(kin, is_dead=kin.word in gone) for kin in found)


@cache
def _pattern() -> re.Pattern[str]:
    choices = "|".join(f"(?P<{kind}>{pattern(groups()[kind])}s?)" for kind in KINDS)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")


def _has_died(text: Text, start: int, end: int) -> bool:
    opens, closes = text.sentence_at(start)
    return bool(LOST.search(text.plain[opens:start]) or DIES.search(text.plain[end:closes]))


def _is_the_client(word: str, before: str, after: str) -> bool:
    if not ROLE_WORDS.search(word):
        return False
    if ROLE_AFTER.match(after) and not re.search(THEIRS + "$", before):
        return True
    return bool(ROLE_BEFORE.search(before)) and not re.search(THEIRS + r"\w+[\s-]+$", before)


def whose(text: Text, kin: tuple[Kin, ...], start: int, end: int, client_gender: str) -> Kin | None:
    """Whose the words between two places are: somebody close, or None for the client."""
    opens, closes = text.sentence_at(start)
    follower = next((one for one in kin if end <= one.start <= closes and _is_described(text, end, one)), None)
    if follower:
        return follower
    near = [one for one in kin if opens <= one.start and one.end <= start]
    if near and _belongs(text.plain[near[-1].end : start]):
        return near[-1]
    clause = text.clause_start(start, SUBJECT_OPENS)
    subjects = [one for one in near if one.start >= clause and _opens_clause(text.plain[clause : one.start])]
    if subjects and not HOLDS_BACK.search(text.plain[subjects[-1].end : start]):
        return subjects[-1]
    return _by_pronoun(text.plain[clause:start], [one for one in kin if one.end <= start], client_gender)


def _belongs(between: str) -> bool:
    """ "husband (MS)", "mother who is frail and ...": what stands between is only a link."""
    between = AGE_BESIDE.sub("", between)
    if re.match(r"\s*,", between):
        return False
    if RELATED.match(between) and not HOLDS_BACK.search(between):
        return True
    words = re.findall(r"\w+", between.removeprefix("s "))
    return len(words) <= LINKS and not re.search(r"[^\w\s,(-]", between) and set(words) <= small_words("joining")


def _opens_clause(before: str) -> bool:
    return all(word in small_words("opening") or word.isdigit() for word in re.findall(r"\w+", before))


def _is_described(text: Text, end: int, one: Kin) -> bool:
    """ "autistic son", "her blind mother": nothing but a word or two in between, and no comma."""
    if not DESCRIBED.fullmatch(text.plain[end : one.start]):
        return False
    return one.kind != "parent" or bool(re.search(THEIRS + r"(?:[\w-]+[\s-]+){0,3}$", text.plain[: one.start]))


def _by_pronoun(before: str, earlier: list[Kin], client_gender: str) -> Kin | None:
    """ "he" in the story of a woman is the man last spoken of."""
    said = re.findall(r"\b(he|hes|his|him|she|shes|i|im|ive|my)\b", before)
    meant = PRONOUNS.get(said[-1], "") if said else ""
    if not meant or not client_gender or meant == client_gender:
        return None
    return next((one for one in reversed(earlier) if one.gender in {meant, ""}), None)
