"""What of a collection is handed out, and what is left out of it, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from linkworks.domain.directory.delicate import PRIVATE_ADDRESS, telling_word, why_delicate
from linkworks.domain.directory.handing_out.standing import why_shut
from linkworks.domain.directory.models import Collection, CollectionItem

NEUTRAL_TITLE = "Services you may find useful"


@dataclass(frozen=True)
class LeftOut:
    item: CollectionItem
    why: str
    is_delicate: bool


@dataclass(frozen=True)
class Leaving:
    title: str
    purpose: str
    given: tuple[CollectionItem, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def has_delicate(self) -> bool:
        return any(one.is_delicate for one in self.left_out)


def what_leaves(collection: Collection, items: Iterable[CollectionItem], *, with_delicate: bool = False) -> Leaving:
    """`with_delicate`: whoever will hold it asked for what could be dangerous to be seen with."""
    held = list(items)
    left_out = {item.pk: told for item in held if (told := _left_out(item, with_delicate))}
    tells = not with_delicate and telling_word(f"{collection.title}\n{collection.purpose}")
    return Leaving(
        title=NEUTRAL_TITLE if tells else collection.title,
        purpose="" if tells else collection.purpose,
        given=tuple(item for item in held if item.pk not in left_out),
        left_out=tuple(left_out.values()),
    )


def _left_out(item: CollectionItem, with_delicate: bool) -> LeftOut | None:
    shut = why_shut(item.service)
    if shut:
        return LeftOut(item, shut, is_delicate=False)
    word = "" if with_delicate else why_delicate(item.service) or telling_word(item.words)
    if word:
        because = "Its address is private." if word == PRIVATE_ADDRESS else f"It says “{word}”."
        return LeftOut(item, because, is_delicate=True)
    return None
