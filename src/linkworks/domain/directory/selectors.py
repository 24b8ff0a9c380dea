"""Questions about services. The directory is public knowledge, so nobody's rows are hidden."""

import re
from functools import reduce
from operator import add, or_
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector, TrigramWordSimilarity
from django.db.models import Case, FloatField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.policies import may_search_directory
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

MOST_WORDS = 12
# Shorter words are too like everything: “tai”, “gym”, “men”.
SHORTEST_SLIP = 5
# Below this share of like three-letter runs two words have little in common; "bereavment" is far above it.
LIKE_ENOUGH = 0.6
NAME_COUNTS = 2.0
SINKS_WHEN_SHUT = 0.5


def get_service(actor: Actor, service_id: UUID) -> Service:
    require(may_search_directory, actor)
    services = Service.objects.select_related("organization").prefetch_related("places__location")
    service = services.filter(pk=service_id).first()
    if service is None:
        raise NotFound
    return service


def search_services(actor: Actor, words: str) -> QuerySet[Service]:
    """Services in which any of the words stands, best first: whole words and their stems, or nearly spelt so.

    No words: every service by name. A shut or full service sinks, and stays findable.
    """
    require(may_search_directory, actor)
    services = Service.objects.select_related("organization").prefetch_related("places__location")
    wanted = re.findall(r"\w+", words.lower())[:MOST_WORDS]
    if not wanted:
        return services.order_by("name")
    vector = SearchVector("search_words", config="english")
    query = reduce(or_, (SearchQuery(word, config="english") for word in wanted))
    likeness = {f"like_{n}": TrigramWordSimilarity(word, "search_words") for n, word in enumerate(wanted)}
    slips = [Q(**{f"like_{n}__gte": LIKE_ENOUGH}) for n, word in enumerate(wanted) if len(word) >= SHORTEST_SLIP]
    return (
        services.annotate(vector=vector, **likeness)
        .filter(reduce(or_, slips, Q(vector=query)))
        .annotate(fit=_fit(wanted, vector, query))
        .order_by("-fit", "name")
    )


def _fit(wanted: list[str], vector: SearchVector, query: SearchQuery) -> Combinable:
    in_name = Case(When(name__icontains=" ".join(wanted), then=Value(NAME_COUNTS)), default=Value(0.0))
    likeness = reduce(add, (TrigramWordSimilarity(word, "search_words") for word in wanted)) / len(wanted)
    room = Case(
        When(live_state__in=[LiveState.FULL, LiveState.CLOSED_FOR_NOW], then=Value(SINKS_WHEN_SHUT)),
        default=Value(1.0),
        output_field=FloatField(),
    )
    return (SearchRank(vector, query) + likeness + in_name) * room
