"""Options for the person of a case: gathers what is known, and asks the matching engine."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Max

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.choices import AgeOf, LiveState, ServiceStatus
from linkworks.domain.directory.freshness import is_stale
from linkworks.domain.directory.models import Location, Service, ServiceAtLocation
from linkworks.domain.onward.check_first import district_of
from linkworks.domain.onward.matching.engine import Engine
from linkworks.domain.onward.matching.facts import ClientFacts, Place, ServiceFacts, State, Story
from linkworks.domain.onward.matching.options import Found
from linkworks.domain.onward.selectors.story import in_words, read_story
from linkworks.domain.people.choices import AdjustmentKind
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor

STATES = {
    LiveState.OPEN: State.OPEN,
    LiveState.WAITING_LIST: State.WAITING_LIST,
    LiveState.FULL: State.FULL,
    LiveState.CLOSED_FOR_NOW: State.CLOSED,
}


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
    return _engine(*_newest()).find(story, client_facts(case, adjustments, near), overridden=telling.overridden)


def service_facts(service: Service, place: Location | None = None) -> ServiceFacts:
    is_open = service.status in {"", ServiceStatus.ACTIVE}
    return ServiceFacts(
        id=str(service.pk),
        name=service.name,
        description=service.description,
        categories=tuple(service.categories),
        aliases=(*service.aliases, *service.former_names),
        eligibility=service.eligibility,
        state=STATES[LiveState(service.live_state)] if is_open else State.CLOSED,
        waiting_weeks=service.waiting_weeks,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        takes_children=service.age_of == AgeOf.CLIENT_OR_CHILD,
        gender=service.gender,
        areas=tuple(service.areas),
        districts=tuple(service.postcode_districts),
        conditions_needed=frozenset(service.conditions_needed),
        conditions_ruled_out=frozenset(service.conditions_ruled_out),
        languages=tuple(service.languages),
        delivery=tuple(service.delivery),
        access_features=tuple(service.access_features),
        routes=tuple(service.referral_routes),
        times=service.times,
        cost=service.cost,
        place=_point(place),
        is_stale=is_stale(service.assured_on),
    )


def _point(place: Location | None) -> Place | None:
    if place is None or place.measured_latitude is None or place.measured_longitude is None:
        return None
    return Place(place.measured_latitude, place.measured_longitude)


def _newest() -> tuple[datetime | None, int]:
    """Changes whenever an entry does."""
    found = Service.objects.listed().aggregate(at=Max("updated_at"), number=Count("pk"))
    return found["at"], found["number"]


@lru_cache(maxsize=1)
def _engine(newest: datetime | None, number: int) -> Engine:
    """Reading all entries takes seconds, so one engine serves until an entry changes."""
    del newest, number
    places = _first_places()
    return Engine([service_facts(service, places.get(service.pk)) for service in Service.objects.listed()])


def _first_places() -> Mapping[UUID, Location]:
    rows = ServiceAtLocation.objects.filter(location__is_confidential=False).select_related("location").order_by("-pk")
    return {row.service_id: row.location for row in rows}


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
