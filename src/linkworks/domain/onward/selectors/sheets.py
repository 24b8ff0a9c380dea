"""Options sheets: what could stand on one, what does, and which ran out before anybody looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from linkworks.domain.casework.any_day import gather_day
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.selectors.cases import list_own_cases
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import (
    ClientChoice,
    Introduction,
    OnwardOutcome,
    OnwardReferral,
    Option,
    OptionsSheet,
    SheetEntry,
    Signposting,
)
from linkworks.domain.onward.selectors.options import list_where_options_stand
from linkworks.domain.onward.selectors.waiting import AT_MOST, WHO
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

REMEMBERED = timedelta(days=14)
"""For so long My day says that a sheet ran out unread."""
NEWS_FOR = timedelta(days=3)
"""For so long it says what somebody refused on their sheet: nothing is left to do about it but to know."""

TAKING_UP = (Signposting, Introduction, OnwardReferral, OnwardOutcome)
"""A row of any of these says that a worker has acted on an option: from then on a change of mind is a conversation."""


@dataclass(frozen=True)
class Answer:
    words: str
    """Theirs; blank when the newest choice was written down by a worker."""
    is_taken_up: bool


@dataclass(frozen=True)
class SheetNews:
    unread: list[OptionsSheet]
    """Their link ran out unread or was shut, and nobody has renewed it."""
    refused: list[ClientChoice]
    """“Not for me”, said by the person on their sheet."""


def list_open_options(actor: Actor, case: Case) -> list[Option]:
    """Options that may stand on a sheet: not refused, not ended, and the service runs. With service and places."""
    going = [
        story.option.pk
        for story in list_where_options_stand(actor, case)
        if not (story.progress.stopped or story.progress.need_met)
    ]
    options = _with_services(Option.objects.visible_to(actor), "service").filter(case=case, pk__in=going)
    running = options.exclude(choice=Choice.NO).exclude(service__live_state=LiveState.CLOSED_FOR_NOW)
    return list(running.order_by("-offered_at"))


def list_sheets(actor: Actor, case: Case) -> list[OptionsSheet]:
    """Newest first; each carries `by_name`."""
    sheets: QuerySet[Any] = OptionsSheet.objects.visible_to(actor).filter(case=case)
    return list(sheets.annotate(by_name=F("by__name")).order_by("-made_at"))


def get_sheet(actor: Actor, case: Case, sheet_id: UUID) -> OptionsSheet:
    return _only(OptionsSheet.objects.visible_to(actor).filter(case=case, pk=sheet_id))


def get_sheet_of_link(actor: Actor, sheet_id: UUID) -> OptionsSheet:
    """The sheet that a link is for; NotFound once the person has died."""
    return _only(OptionsSheet.objects.visible_to(actor).filter(pk=sheet_id, person__died_on__isnull=True))


def list_entries(actor: Actor, sheet: OptionsSheet) -> list[SheetEntry]:
    """In their order, each with its option and service."""
    entries = _with_services(SheetEntry.objects.visible_to(actor), "option__service")
    return list(entries.filter(sheet=sheet).order_by("number"))


def get_entry(actor: Actor, sheet: OptionsSheet, entry_id: UUID) -> SheetEntry:
    entries = _with_services(SheetEntry.objects.visible_to(actor), "option__service")
    entry: SheetEntry | None = entries.select_related("case", "person").filter(sheet=sheet, pk=entry_id).first()
    if entry is None:
        raise NotFound
    return entry


def list_answers(actor: Actor, entries: Sequence[SheetEntry]) -> dict[UUID, "Answer"]:
    """By option: what the person last said on a sheet, and whether a worker has acted on the option."""
    options = [entry.option_id for entry in entries]
    told = ClientChoice.objects.visible_to(actor).filter(option__in=options).order_by("at", "created_at")
    words = {one.option_id: one.words if one.sheet_id else "" for one in told}
    taken_up = {
        option_id
        for act in TAKING_UP
        for option_id in act.objects.visible_to(actor).filter(option__in=options).values_list("option_id", flat=True)
    }
    return {option: Answer(words.get(option, ""), option in taken_up) for option in options}


def read_sheet_news(actor: Actor) -> SheetNews:
    """Over the actor's caseload; in one query. Rows carry `given_name` and `family_name`; a refusal `service_name`."""
    return SheetNews(**gather_day(_news, actor))


def _news(actor: Actor, today: date) -> dict[str, QuerySet[Any]]:
    midnight = datetime.combine(today, time(), tzinfo=clock.LONDON)
    ran_out = Q(
        first_opened_at__isnull=True,
        revoked_at__isnull=True,
        expires_at__range=(midnight - REMEMBERED, midnight),
    )
    shut = Q(was_shut=True, revoked_at__gt=midnight - REMEMBERED)
    open_cases = list_own_cases(actor).exclude(status=CaseStatus.CLOSED).values("pk")
    sheets = OptionsSheet.objects.visible_to(actor).filter(ran_out | shut, case__in=open_cases)
    living = sheets.filter(person__died_on__isnull=True)
    refused = ClientChoice.objects.visible_to(actor).filter(
        sheet__isnull=False,
        choice=Choice.NO,
        at=F("option__chosen_at"),
        at__gt=midnight - NEWS_FOR,
        case__in=open_cases,
        person__died_on__isnull=True,
    )
    return {
        "unread": living.annotate(**WHO).order_by("expires_at")[:AT_MOST],
        "refused": refused.annotate(**WHO, service_name=F("option__service__name")).order_by("at")[:AT_MOST],
    }


def _with_services(rows: QuerySet[Any], service: str) -> QuerySet[Any]:
    told: QuerySet[Any] = rows.select_related(f"{service}__organization")
    return told.prefetch_related(f"{service}__places__location")


def _only(rows: QuerySet[Any]) -> OptionsSheet:
    sheet: OptionsSheet | None = rows.select_related("case__team", "person", "by").first()
    if sheet is None:
        raise NotFound
    return sheet
