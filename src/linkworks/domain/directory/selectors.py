"""Questions about services. The directory is public knowledge, so nobody's rows are hidden."""

from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector, TrigramWordSimilarity
from django.db.models import Case, FloatField, Q, QuerySet, Value, When
from django.db.models.functions import Greatest

from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.policies import may_search_directory
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

# Below this share of like three-letter runs two words have little in common; "bereavment" is far above it.
LIKE_ENOUGH = 0.5
NAME_COUNTS = 2.0
SINKS_WHEN_SHUT = 0.5


def get_service(actor: Actor, service_id: UUID) -> Service:
    require(may_search_directory, actor)
    service = Service.objects.select_related("organization").filter(pk=service_id).first()
    if service is None:
        raise NotFound
    return service


def list_services(actor: Actor, service_ids: list[UUID]) -> QuerySet[Service]:
    require(may_search_directory, actor)
    return Service.objects.select_related("organization").filter(pk__in=service_ids)


def search_services(actor: Actor, words: str) -> QuerySet[Service]:
    """Services whose words match, best first: whole words and their stems, else words that are nearly spelt so.

    No words: every service by name. A shut or full service sinks, and stays findable.
    """
    require(may_search_directory, actor)
    services = Service.objects.select_related("organization").prefetch_related("places__location")
    words = words.strip().lower()
    if not words:
        return services.order_by("name")
    vector = SearchVector("search_words", config="english")
    query = SearchQuery(words, config="english", search_type="websearch")
    return (
        services.annotate(vector=vector, likeness=TrigramWordSimilarity(words, "search_words"))
        .filter(Q(vector=query) | Q(likeness__gte=LIKE_ENOUGH))
        .annotate(fit=_fit(words, vector, query))
        .order_by("-fit", "name")
    )


def _fit(words: str, vector: SearchVector, query: SearchQuery) -> Greatest:
    in_name = Case(When(name__icontains=words, then=Value(NAME_COUNTS)), default=Value(0.0))
    room = Case(
        When(live_state__in=[LiveState.FULL, LiveState.CLOSED_FOR_NOW], then=Value(SINKS_WHEN_SHUT)),
        default=Value(1.0),
        output_field=FloatField(),
    )
    return (SearchRank(vector, query) + TrigramWordSimilarity(words, "search_words") + in_name) * room
