"""Notices on the case page and on My day: somebody may come to harm. My day names nobody."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.models import Case, SafeguardingConcern, SafetyPath
from linkworks.domain.casework.presenters.safeguarding import TAGS
from linkworks.domain.casework.presenters.safety import what_now
from linkworks.domain.casework.selectors.warnings import Warnings, warnings_about, warnings_for
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class SafetyNotice:
    title: str
    links: tuple[tuple[str, str], ...]
    """What to read, and where it leads."""


def on_a_case(actor: Actor, case: Case) -> tuple[SafetyNotice, ...] | None:
    return tuple(_warnings(warnings_about(actor, case), "Safety path open", "Safeguarding concern open")) or None


def on_my_day(actor: Actor, subject: object) -> tuple[SafetyNotice, ...] | None:
    found = warnings_for(actor)
    paths = words.count(len(found.paths), "safety path needs you", "safety paths need you")
    concerns = words.count(
        len(found.concerns), "safeguarding concern waits for you", "safeguarding concerns wait for you"
    )
    return tuple(_warnings(found, paths, concerns)) or None


def _warnings(found: Warnings, paths: str, concerns: str) -> Iterator[SafetyNotice]:
    if found.paths:
        yield SafetyNotice(paths, tuple(_path(path) for path in found.paths))
    if found.concerns:
        yield SafetyNotice(concerns, tuple(_concern(concern) for concern in found.concerns))


def _path(path: SafetyPath) -> tuple[str, str]:
    told = f"{what_now(path)} {path.owner_name} owns it. Opened {words.ago(path.created_at)}."
    return told, reverse("casework:safety_path_open", args=[path.case_id, path.pk])


def _concern(concern: SafeguardingConcern) -> tuple[str, str]:
    by = f" by {concern.by_name}" if concern.by_name else ""
    told = f"Raised {words.moment(concern.created_at)}{by}: {TAGS[concern.state].text.lower()}"
    return told, reverse("casework:concern", args=[concern.case_id, concern.pk])
