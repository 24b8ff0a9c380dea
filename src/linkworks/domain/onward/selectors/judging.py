"""Which services of a collection are for this person: by the rules and the reading that options are found with."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.handing_out.standing import ENDED, why_shut
from linkworks.domain.directory.models import Collection, CollectionItem
from linkworks.domain.directory.selectors.collections import list_items
from linkworks.domain.onward.matching.engine import Engine
from linkworks.domain.onward.matching.facts import Story
from linkworks.domain.onward.matching.options import NotOffered
from linkworks.domain.onward.selectors.circumstances import list_confirmed, with_implied
from linkworks.domain.onward.selectors.facts import service_facts
from linkworks.domain.onward.selectors.finding import client_facts
from linkworks.domain.onward.selectors.options import offered_services
from linkworks.domain.onward.selectors.story import in_words, read_story
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class NotForThem:
    """`may_be_overridden`: with a reason, on the page of offering it alone."""

    item: CollectionItem
    because: str
    may_be_overridden: bool = False


@dataclass(frozen=True)
class Judged:
    """In the order of the collection. `offered` are among the person's options already."""

    fitting: tuple[CollectionItem, ...]
    not_for_them: tuple[NotForThem, ...]
    offered: tuple[CollectionItem, ...]


def judge_collection(actor: Actor, case: Case, collection: Collection) -> Judged:
    """For a case that was already opened."""
    items, known = list_items(actor, collection), offered_services(actor, case)
    new = [item for item in items if item.service_id not in known]
    refused = _refused(actor, case, new)
    told = {item.pk: _why_not(item, refused.get(item.service_id)) for item in new}
    return Judged(
        fitting=tuple(item for item in new if told[item.pk] is None),
        not_for_them=tuple(one for item in new if (one := told[item.pk])),
        offered=tuple(item for item in items if item.service_id in known),
    )


def _why_not(item: CollectionItem, refused: NotOffered | None) -> NotForThem | None:
    if why_shut(item.service) == ENDED:
        return NotForThem(item, "it is no longer in the directory")
    if refused is None:
        return None
    return NotForThem(item, refused.because, all(one.may_be_overridden for one in refused.refusals))


def _refused(actor: Actor, case: Case, items: Sequence[CollectionItem]) -> dict[UUID, NotOffered]:
    """What is confirmed of the person counts, and what their story suggests."""
    confirmed = with_implied(one.name for one in list_confirmed(actor, case))
    story = Story(in_words(read_story(actor, case)), confirmed)
    services = [service_facts(item.service) for item in items]
    engine = Engine.over(services, has_order=False, refused=len(services))
    found = engine.find(story, client_facts(case))
    return {UUID(one.service.id): one for one in found.not_offered}
