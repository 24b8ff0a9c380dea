"""On My day: what of the directory waits."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.presenters import checks, tellings
from linkworks.domain.directory.selectors.waiting import Waiting, count_waiting
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link


@dataclass(frozen=True)
class Matter:
    heading: str
    says: str
    link: Link


def waiting_panel(actor: Actor, _day: object) -> tuple[Matter, ...] | None:
    if not may_keep_services(actor):
        return None
    return tuple(_matters(count_waiting(actor))) or None


def _matters(waiting: Waiting) -> Iterator[Matter]:
    if number := waiting.to_check:
        says = f"{words.count(number, 'service')} in the directory {'waits' if number == 1 else 'wait'} for a check."
        yield Matter(checks.TITLE, says, Link("Check them", reverse("directory:checks")))
    if number := waiting.told:
        says = f"{words.count(number, 'entry', 'entries')} may have changed."
        yield Matter(tellings.TITLE, says, Link("See what was told", reverse("directory:told_changes")))
