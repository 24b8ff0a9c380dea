"""Working out of services' words what matching needs of them: first what is quick for all, then the slow reading by
the language model. Each lot is committed by itself, so that it may be stopped at any time and goes on from there.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from time import monotonic
from uuid import UUID

from django.db import connection, transaction

from linkworks.domain.directory.models import Service
from linkworks.domain.onward.matching.digest import Digest, digest, edition, meant, packed
from linkworks.domain.onward.matching.facts import ServiceFacts
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.models import ServiceDigest
from linkworks.domain.onward.selectors.digests import Hashed, list_unread, list_without_digest
from linkworks.domain.onward.selectors.facts import NOT_READ, service_facts

DIGEST = "onward.digest_services"  # the job
AT_ONCE, READ_AT_ONCE = 200, 16
FIRST = UUID(int=0)
# A meaning holds for as long as the words do.
_WRITE = """
INSERT INTO onward_servicedigest (service_id, words_hash, edition, fits, stems, model, meaning)
VALUES (%s, %s, %s, %s, %s, '', '')
ON CONFLICT (service_id) DO UPDATE SET
    words_hash = EXCLUDED.words_hash, edition = EXCLUDED.edition, fits = EXCLUDED.fits, stems = EXCLUDED.stems,
    model = CASE WHEN onward_servicedigest.words_hash = EXCLUDED.words_hash THEN onward_servicedigest.model ELSE '' END,
    meaning = CASE WHEN onward_servicedigest.words_hash = EXCLUDED.words_hash
              THEN onward_servicedigest.meaning ELSE '' END
"""


def digest_services(seconds: float = float("inf")) -> bool:
    """Whether all is done; after so many seconds it stops at the next lot."""
    until = monotonic() + seconds
    done = _in_lots(list_without_digest, AT_ONCE, _digest_lot, until)
    if done and model.encoder() is not None:
        done = _in_lots(list_unread, READ_AT_ONCE, _read_lot, until)
    return done


def _in_lots(listed: Callable[[UUID, int], Hashed], size: int, deed: Callable[[Hashed], None], until: float) -> bool:
    after = FIRST
    while monotonic() < until:
        with transaction.atomic():
            lot = listed(after, size)
            if not lot:
                return True
            deed(lot)
        after = lot[-1][0]
    return False


def _digest_lot(lot: Hashed) -> None:
    facts, made_with = _facts(lot), edition()
    rows = [(id_, hash_, made_with, *_parts(digest(facts[id_]))) for id_, hash_ in lot]
    with connection.cursor() as cursor:
        cursor.executemany(_WRITE, rows)


def _parts(made: Digest) -> tuple[bytes, bytes]:
    return made.fits, made.stems


def _read_lot(lot: Hashed) -> None:
    """A digest made of other words by now is left for the next time."""
    facts = _facts(lot)
    for (id_, hash_), meaning in zip(lot, meanings([facts[id_] for id_, _ in lot]), strict=True):
        digests = ServiceDigest.objects.filter(pk=id_, words_hash=hash_)
        digests.update(model=model.NAME, meaning=meaning)


def meanings(services: Sequence[ServiceFacts]) -> Iterable[bytes]:
    encoder = model.encoder()
    return map(packed, encoder.encode([meant(one) for one in services])) if encoder else ()


def _facts(lot: Hashed) -> Mapping[UUID, ServiceFacts]:
    services = Service.objects.filter(pk__in=[id_ for id_, _ in lot]).defer(*NOT_READ)
    return {service.pk: service_facts(service) for service in services}
