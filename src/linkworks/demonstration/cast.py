"""People who are in every demonstration, because each shows something."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from linkworks.demonstration.arrivals import Arrival, story_named
from linkworks.demonstration.days import at
from linkworks.demonstration.figures import Path
from linkworks.demonstration.folk import Folk, Somebody
from linkworks.demonstration.telephones import MOBILE
from linkworks.domain.people.choices import AdjustmentKind, Gender
from linkworks.domain.referrals.choices import ReferralReason, ReferralSource

HARD_OF_HEARING = "hard of hearing"
RESTRICTED = "restricted"
SAFEGUARDING = "safeguarding"
SAFETY = "safety"
KNOWN = "known from before"
LOOKS_LIKE = "looks like somebody we know"
FIRST_WORKER = "link.worker@example.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Who stands in for the ordinary arrival of that day."""

    name: str
    days_ago: int
    story: str
    worker: str
    path: Path = Path.FULL
    years: int
    facts: dict[str, Any] = field(default_factory=dict)


PARTS = (
    Part(
        name=KNOWN,
        days_ago=188,
        story="new to the area",
        worker="linh.tran@example.org",
        path=Path.SHORT,
        years=47,
        facts={"given_name": "Katarzyna", "family_name": "Pawlak", "gender": Gender.WOMAN, "language": "Polish"},
    ),
    Part(
        name=HARD_OF_HEARING,
        days_ago=66,
        story="the evenings since he died",
        worker=FIRST_WORKER,
        years=79,
        facts={
            "given_name": "Winifred",
            "family_name": "Alleyne",
            "gender": Gender.WOMAN,
            "ethnicity": "Black Caribbean",
            "telephone": f"{MOBILE}417",
            "may_voicemail": False,
            "may_text": True,
            "safe_when": "",
            "needs": {AdjustmentKind.HEARING: "Wears a hearing aid in the left ear. Face to face, or slowly."},
        },
    ),
    Part(
        name=RESTRICTED,
        days_ago=52,
        story="red letters",
        worker="shanice.reid@example.org",
        years=38,
        facts={"given_name": "Danielle", "family_name": "Lockwood", "gender": Gender.WOMAN},
    ),
    Part(
        name=SAFEGUARDING,
        days_ago=44,
        story="never claimed a penny",
        worker="linh.tran@example.org",
        years=81,
        facts={"given_name": "Stanley", "family_name": "Fowler", "gender": Gender.MAN},
    ),
    Part(
        name=SAFETY,
        days_ago=31,
        story="days run together",
        worker=FIRST_WORKER,
        years=52,
        facts={"given_name": "Terence", "family_name": "Jarvis", "gender": Gender.MAN, "safe_when": ""},
    ),
)


def part_named(name: str) -> Part | None:
    return next((part for part in PARTS if part.name == name), None)


def put_into(arrivals: list[Arrival], day: date, folk: Folk) -> None:
    """Let each part stand in for one who was referred at about the same time."""
    ordinary = set(range(len(arrivals)))
    for part in PARTS:
        wanted = at(day - timedelta(days=part.days_ago), 10)
        number = min(ordinary, key=lambda place: abs(arrivals[place].received_at - wanted))
        ordinary.remove(number)
        arrivals[number] = _played(part, arrivals[number].received_at, day, folk)


def _played(part: Part, received_at: datetime, day: date, folk: Folk) -> Arrival:
    story = story_named(part.story)
    born = day - timedelta(days=int((part.years + 0.4) * 365.25))
    plain = {"language": "English", "interpreter_needed": False, "date_of_birth": born}
    return Arrival(
        received_at=received_at,
        source=ReferralSource.PRACTICE,
        story=story,
        reasons=[story.reason, *story.also],
        somebody=folk.invent(story, day, **plain | part.facts),
        part=part.name,
    )


def look_alike(known: Sequence[Arrival], received_at: datetime) -> Arrival:
    """Somebody known is referred again, by another name and without a number: staff must say who it is."""
    former = next(arrival for arrival in known if arrival.part == KNOWN)
    one: Somebody = replace(former.somebody, given_name="Kasia", nhs_number="", person=None, email="")
    return Arrival(
        received_at=received_at,
        source=ReferralSource.VOLUNTARY,
        story=story_named("back to work, carefully"),
        reasons=[ReferralReason.EMPLOYMENT],
        somebody=one,
        part=LOOKS_LIKE,
    )
