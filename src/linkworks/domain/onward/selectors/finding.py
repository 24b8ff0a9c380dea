"""Options for the person of a case: gathers what is known, and asks the matching engine."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from linkworks.domain.casework.models import Case
from linkworks.domain.onward.check_first import district_of
from linkworks.domain.onward.matching.engine import Engine
from linkworks.domain.onward.matching.facts import ClientFacts, Place, Story
from linkworks.domain.onward.matching.options import Found
from linkworks.domain.onward.selectors.kept_shelf import kept_shelf
from linkworks.domain.onward.selectors.story import in_words, read_story
from linkworks.domain.people.choices import AdjustmentKind
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Telling:
    """What the worker adds: a free sentence, the pieces of the story left out, the circumstances confirmed and set
    aside, and which refusals ("full", "area") they overrode with a reason. None of it is saved here.
    """

    sentence: str = ""
    left_out: frozenset[UUID] = frozenset()
    confirmed: frozenset[str] = frozenset()
    set_aside: frozenset[str] = frozenset()
    overridden: frozenset[str] = frozenset()


NOTHING_ADDED = Telling()


def find_options(
    actor: Actor,
    case: Case,
    telling: Telling = NOTHING_ADDED,
    *,
    adjustments: Collection[str] = (),
    near: Place | None = None,
) -> Found:
    """For a case that was already opened. `near` is where the person lives, for distances; services found carry the
    directory's ids. The team's area stands for the person's, for postcodes are not looked up in boroughs.
    """
    told = in_words(read_story(actor, case), telling.sentence, telling.left_out)
    story = Story(told, telling.confirmed, telling.set_aside)
    return find_in_directory(story, client_facts(case, adjustments, near), telling.overridden)


def find_in_directory(story: Story, client: ClientFacts, overridden: frozenset[str] = frozenset()) -> Found:
    kept = kept_shelf()
    kept.bring_up_to_date()
    engine = Engine(kept.shelf, lambda ids: kept.look_up(ids, client.place))
    found = engine.find(story, client, overridden=overridden)
    return replace(found, notes=(*found.notes, *kept.notes(engine.has_meaning)))


def client_facts(case: Case, adjustments: Collection[str] = (), near: Place | None = None) -> ClientFacts:
    person = case.person
    born = person.date_of_birth
    return ClientFacts(
        age=words.years_between(born, clock.today()) if born else None,
        gender=person.gender,
        borough=case.team.area,
        district=district_of(person),
        mobility="limited" if AdjustmentKind.STEP_FREE in adjustments else "",
        language=person.preferred_language,
        place=near,
    )
