"""Questions about services. The directory is public knowledge, so nobody's rows are hidden."""

import re
from functools import reduce
from operator import or_
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import Case, F, FloatField, QuerySet, Value, When
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
NAME_COUNTS = 2.0
SINKS_WHEN_SHUT = 0.5

# Words with too few three-letter runs in common are not alike; the threshold is pg_trgm's own, 0.6, which the index
# serves: "bereavment" is far above it. A few services with such a word are enough to learn how it is spelt.
LIKEST_WORD = r"""
SELECT asked.word, (
    SELECT known.word
    FROM (SELECT search_words FROM directory_service WHERE search_words %%> asked.word LIMIT 20) found,
         regexp_split_to_table(found.search_words, '\W+') known(word)
    WHERE known.word %%> asked.word
    ORDER BY similarity(known.word, asked.word) DESC, known.word
    LIMIT 1
)
FROM unnest(%s::text[]) asked(word)
WHERE NOT EXISTS (SELECT FROM directory_service WHERE search_vector @@ plainto_tsquery('english', asked.word))
"""


def get_service(actor: Actor, service_id: UUID) -> Service:
    require(may_search_directory, actor)
    services = Service.objects.select_related("organization").prefetch_related("places__location")
    service = services.filter(pk=service_id).first()
    if service is None:
        raise NotFound
    return service


def search_services(actor: Actor, words: str) -> QuerySet[Service]:
    """Services in which any of the words stands, best first: whole words and their stems, and what a slip must mean.

    No words: every service by name. A shut or full service sinks, and stays findable. Two queries and one for places.
    """
    require(may_search_directory, actor)
    services = Service.objects.select_related("organization").prefetch_related("places__location")
    services = services.defer("search_vector")
    wanted = _without_slips(re.findall(r"\w+", words.lower())[:MOST_WORDS])
    if not wanted:
        return services.order_by("name")
    query = reduce(or_, (SearchQuery(word, config="english") for word in wanted))
    return services.filter(search_vector=query).annotate(fit=_fit(wanted, query)).order_by("-fit", "name")


def _without_slips(wanted: list[str]) -> list[str]:
    """Each word, or for one that stands nowhere in the directory the likest that does."""
    long_enough = [word for word in wanted if len(word) >= SHORTEST_SLIP]
    if not long_enough:
        return wanted
    with connection.cursor() as cursor:
        cursor.execute(LIKEST_WORD, [long_enough])
        likest = {word: known for word, known in cursor.fetchall() if known}
    return [likest.get(word, word) for word in wanted]


def _fit(wanted: list[str], query: SearchQuery) -> Combinable:
    in_name = Case(When(name__icontains=" ".join(wanted), then=Value(NAME_COUNTS)), default=Value(0.0))
    room = Case(
        When(live_state__in=[LiveState.FULL, LiveState.CLOSED_FOR_NOW], then=Value(SINKS_WHEN_SHUT)),
        default=Value(1.0),
        output_field=FloatField(),
    )
    return (SearchRank(F("search_vector"), query) + in_name) * room
