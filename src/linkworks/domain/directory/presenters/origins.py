from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from linkworks.domain.directory.models import Service, ServiceNote
from linkworks.domain.directory.presenters.imports import as_words
from linkworks.domain.directory.selectors.origins import Origin
from linkworks.foundation.design.parts import Link, Tag, When

OURS_TAG = Tag("Said here", "blue")


@dataclass(frozen=True)
class OriginsPage:
    title: str
    back: Link
    rows: tuple[tuple[Any, ...], ...]
    heads: tuple[str, ...] = ("Field", "It says", "Said by", "Since")

    @classmethod
    def of(cls, service: Service, origins: Iterable[Origin]) -> "OriginsPage":
        return cls("Where each value comes from", back_to(service), tuple(map(_row, origins)))


@dataclass(frozen=True)
class NoteLine:
    words: str
    by_name: str
    at: When
    withdraw_url: str


@dataclass(frozen=True)
class NotesPage:
    title: str
    back: Link
    notes: tuple[NoteLine, ...]

    @classmethod
    def of(cls, service: Service, notes: Iterable[ServiceNote]) -> "NotesPage":
        return cls(f"The team’s notes on {service.name}", back_to(service), tuple(map(_note, notes)))


@dataclass(frozen=True)
class BackPage:
    """A page with nothing of its own but the way back."""

    title: str
    back: Link


@dataclass(frozen=True)
class EditPage:
    title: str
    back: Link
    origins: Link


def edit_page(service: Service) -> EditPage:
    origins = Link("Where each value comes from, and how old it is", reverse("directory:origins", args=[service.pk]))
    return EditPage(f"Edit {service.name}", back_to(service), origins)


def back_to(service: Service) -> Link:
    return Link(service.name, reverse("directory:service", args=[service.pk]))


def field_name(field: str) -> str:
    return field.removeprefix("linkworks.").replace("_", " ")


def _row(origin: Origin) -> tuple[Any, ...]:
    said = [as_words(origin.value) or "nothing"]
    if origin.is_edit and origin.instead_of is not None:
        said.append(f"Its source says: {as_words(origin.instead_of)}")
    by = [origin.said_by, OURS_TAG] if origin.is_edit else origin.said_by
    return field_name(origin.field), said, by, When(origin.since) if origin.since else ""


def _note(note: ServiceNote) -> NoteLine:
    withdraw = reverse("directory:note_withdraw", args=[note.service_id, note.pk])
    return NoteLine(note.words, note.by_name, When(note.at), withdraw)
