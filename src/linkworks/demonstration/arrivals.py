"""Who was referred when, by whom and why."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from linkworks.demonstration import figures
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.days import ONE_DAY, in_office_hours
from linkworks.demonstration.folk import Folk, Somebody
from linkworks.demonstration.stories import Story, stories
from linkworks.domain.referrals.choices import ReferralReason, ReferralSource, ReferralStatus
from linkworks.foundation.core.working_days import bank_holidays

AT_ANY_HOUR = frozenset({ReferralSource.SELF, ReferralSource.FAMILY})


@dataclass(slots=True, kw_only=True)
class Arrival:
    """One referral to come. `part` names what this one is to show, if anything."""

    received_at: datetime
    source: ReferralSource
    story: Story
    reasons: Sequence[str]
    somebody: Somebody
    part: str = ""
    stays: ReferralStatus | None = None
    """Where it stands on the day, whatever else would have become of it."""


def days_of_arrival(day: date, number: int, chance: Chance) -> list[date]:
    """So many days before this one, oldest first, more of them on working days."""
    days = [day - count * ONE_DAY for count in range(figures.DAYS, 0, -1)]
    weights = {each: _weight(each) for each in days}
    whole = sum(weights.values())
    exact = {each: number * weight / whole for each, weight in weights.items()}
    counts = {each: int(share) + chance.happens(share % 1) for each, share in exact.items()}
    while (missing := number - sum(counts.values())) != 0:
        counts[chance.weighted(weights)] += 1 if missing > 0 else 0
        if missing < 0:
            fullest = max(counts, key=lambda each: counts[each])
            counts[fullest] -= 1
    return [each for each in days for _ in range(counts[each])]


def arrive(day: date, folk: Folk, chance: Chance) -> Arrival:
    source = chance.weighted(figures.SOURCES)
    story = _story(chance)
    return Arrival(
        received_at=_moment(day, source, chance),
        source=source,
        story=story,
        reasons=_reasons(story, chance),
        somebody=folk.invent(story, day),
    )


def come_back(day: date, known: Somebody, former: Story, chance: Chance) -> Arrival | None:
    """Somebody whom the team supported before comes again, with another story."""
    source = chance.weighted(figures.SOURCES)
    fitting = [story for story in stories() if story.key != former.key and fits(story, known, day)]
    if not fitting:
        return None
    story = chance.weighted({story: story.weight for story in fitting})
    return Arrival(
        received_at=_moment(day, source, chance),
        source=source,
        story=story,
        reasons=_reasons(story, chance),
        somebody=known,
    )


def fits(story: Story, somebody: Somebody, day: date) -> bool:
    youngest, oldest = story.ages
    fitting_gender = story.who in {"any", f"{somebody.gender}".replace("man", "men")}
    plain = not (story.no_fixed_abode or story.safe_contact) and story.language == "any"
    return plain and fitting_gender and youngest <= somebody.age_on(day) <= oldest


def story_named(key: str) -> Story:
    return next(story for story in stories() if story.key == key)


def _weight(day: date) -> float:
    if day in bank_holidays(day.year):
        return figures.BANK_HOLIDAY
    return figures.WEEKDAYS[day.weekday()]


def _story(chance: Chance) -> Story:
    return chance.weighted(_by_reason()[chance.weighted(figures.REASONS)])


@cache
def _by_reason() -> dict[ReferralReason, dict[Story, float]]:
    found: defaultdict[ReferralReason, dict[Story, float]] = defaultdict(dict)
    for story in stories():
        found[ReferralReason(story.reason)][story] = story.weight
    return found


def _reasons(story: Story, chance: Chance) -> list[str]:
    return [story.reason, *(reason for reason in story.also if chance.happens(figures.ALSO))]


def _moment(day: date, source: ReferralSource, chance: Chance) -> datetime:
    if source in AT_ANY_HOUR:
        return in_office_hours(day, chance, first=7, last=22)
    return in_office_hours(day, chance, first=8, last=18) + timedelta(seconds=chance.between(0, 59))
