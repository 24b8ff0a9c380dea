"""Panels that upper apps put on pages of lower apps, by the name of the place.

panels.add(Panel("my_day.waiting_on_others", order=20, build=silent_referrals,
                 template="onward/panels/silent.jinja"))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from linkworks.foundation.core.actor import Actor

Loaded = TypeVar("Loaded")


class Shared:
    """What the panels of one page have in common: each thing is loaded when first asked for, and then kept."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._kept: dict[Callable[[Actor], Any], Any] = {}

    def of(self, load: Callable[[Actor], Loaded]) -> Loaded:
        if load not in self._kept:
            self._kept[load] = load(self._actor)
        return cast("Loaded", self._kept[load])


@dataclass(frozen=True)
class Panel:
    place: str
    template: str
    build: Callable[[Actor, Any], Any]
    """Takes the actor and the page's subject; gives the panel's presenter, or None to stay away."""
    order: int = 100


@dataclass(frozen=True)
class FilledPanel:
    template: str
    panel: Any


_panels: list[Panel] = []


def add(panel: Panel) -> None:
    if panel not in _panels:
        _panels.append(panel)


def fill(place: str, actor: Actor, subject: Any = None) -> list[FilledPanel]:
    wanted = sorted((panel for panel in _panels if panel.place == place), key=lambda p: p.order)
    built = [FilledPanel(panel.template, panel.build(actor, subject)) for panel in wanted]
    return [filled for filled in built if filled.panel is not None]
