"""What is told of a person on their case, in pieces: what options are found from."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.casework.any_case import gather_case
from linkworks.domain.casework.choices import NeedStatus
from linkworks.domain.casework.models import Case, Need, ResearchTask, WhatMatters
from linkworks.foundation.core.actor import Actor


class PieceKind(StrEnum):
    WHAT_MATTERS = "What matters"
    NEED = "Need"
    QUESTION = "To look into"


@dataclass(frozen=True)
class Piece:
    """`id` is of the row that says it."""

    id: UUID
    kind: PieceKind
    words: str


def read_story(actor: Actor, case: Case) -> tuple[Piece, ...]:
    """The newest words on what matters, the open needs and the open questions, of a case that was already opened."""
    return tuple(_pieces(gather_case(_rows, case)))


def in_words(pieces: Iterable[Piece], sentence: str = "", left_out: Collection[UUID] = ()) -> str:
    """As one text: what the worker wrote, then what the case says."""
    told = [sentence, *(piece.words for piece in pieces if piece.id not in left_out)]
    return "\n".join(filter(None, told))


def _pieces(found: dict[str, list[Any]]) -> Iterator[Piece]:
    for said in found["said"]:
        yield Piece(said.pk, PieceKind.WHAT_MATTERS, said.words)
    for need in found["needs"]:
        yield Piece(need.pk, PieceKind.NEED, need.words or need.get_category_display())
    for asked in found["asked"]:
        yield Piece(asked.pk, PieceKind.QUESTION, asked.question)


def _rows(actor: Actor, case: Case) -> dict[str, QuerySet[Any]]:
    return {
        "said": WhatMatters.objects.visible_to(actor).filter(case=case).order_by("-said_at")[:1],
        "needs": Need.objects.visible_to(actor).filter(case=case, status=NeedStatus.OPEN).order_by("created_at"),
        "asked": ResearchTask.objects.visible_to(actor).filter(case=case, found_at__isnull=True).order_by("at"),
    }
