"""What options and ways on tell the timeline of a case. Importing this registers all of it."""

from typing import Any

from django.db.models import F, QuerySet, Value
from django.urls import reverse

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import TimelineKind
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.timeline import TimelineEntry, TimelineRow
from linkworks.domain.onward.choices import Choice, IntroductionKind, OnwardStatus
from linkworks.domain.onward.outcome_words import outcome_words
from linkworks.domain.onward.overridden_words import overridden_words


def _told(rows: QuerySet[Any], *, at: str = "at", option: str = "option", **facts: Any) -> QuerySet[Any]:
    """Rows of an option, with the name of the service and what leads to the option's page."""
    return timeline.told(
        rows,
        at=F(at),
        case_id=F("case_id"),
        option_id=F(f"{option}__pk"),
        service=F(f"{option}__service__name"),
        **facts,
    )


def _entry(row: TimelineRow, title: str, *lines: str, words: str = "") -> TimelineEntry:
    url = reverse("onward:option", args=[row.facts["case_id"], row.facts["option_id"]])
    return row.entry(title, lines=tuple(line for line in lines if line), words=words, url=url)


def _offered(case: Case) -> QuerySet[Any]:
    options = case.options.all()
    return timeline.told(
        options,
        at=F("offered_at"),
        case_id=F("case_id"),
        option_id=F("pk"),
        service=F("service__name"),
        why=F("why"),
        overridden=F("overridden"),
        because=F("overridden_because"),
        goal=F("goal__words"),
    )


def _offered_entry(row: TimelineRow) -> TimelineEntry:
    goal = row.facts["goal"]
    lines = (
        row.facts["why"],
        overridden_words(row.facts["overridden"], row.facts["because"]),
        f"Towards “{goal}”" if goal else "",
    )
    return _entry(row, f"Option offered: {row.facts['service']}", *lines)


def _choices(case: Case) -> QuerySet[Any]:
    return _told(case.clientchoices.all(), choice=F("choice"), words=F("words"), sheet=F("sheet_id"))


def _choice_entry(row: TimelineRow) -> TimelineEntry:
    title = f"{row.facts['service']}: “{Choice(row.facts['choice']).label}”"
    by_link = "Answered by themselves, on their options sheet" if row.facts["sheet"] else ""
    return _entry(row, title, by_link, words=row.facts["words"])


def _signpostings(case: Case) -> QuerySet[Any]:
    return _told(case.signpostings.all(), words=F("told"))


def _signposting_entry(row: TimelineRow) -> TimelineEntry:
    return _entry(row, f"Signposted to {row.facts['service']}", words=row.facts["words"])


def _introductions(case: Case) -> QuerySet[Any]:
    return _told(case.introductions.all(), kind=F("kind"), with_whom=F("with_whom"), words=F("words"))


def _introduction_entry(row: TimelineRow) -> TimelineEntry:
    how = f"{IntroductionKind(row.facts['kind']).label}, with {row.facts['with_whom']}"
    return _entry(row, f"Introduced to {row.facts['service']}", how, words=row.facts["words"])


def _steps(case: Case) -> QuerySet[Any]:
    """Every move of every onward referral; the first is the sending."""
    return _told(
        case.onwardsteps.all(),
        option="onward_referral__option",
        status=F("status"),
        words=F("words"),
        to_whom=F("onward_referral__to_whom"),
    )


def _step_entry(row: TimelineRow) -> TimelineEntry:
    status, service = OnwardStatus(row.facts["status"]), row.facts["service"]
    if status == OnwardStatus.SENT:
        return _entry(row, f"Referred on to {service}", f"To {row.facts['to_whom']}", words=row.facts["words"])
    return _entry(row, f"Referral to {service}: {status.label.lower()}", words=row.facts["words"])


def _outcomes(case: Case) -> QuerySet[Any]:
    return _told(
        case.onwardoutcomes.all(),
        rung=F("rung"),
        need_met=F("need_met"),
        stopped_because=F("stopped_because"),
        felt=F("felt"),
        corrects=F("corrects_id"),
        corrected=F("corrected_by__pk"),
    )


def _outcome_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    return _entry(
        row,
        f"{facts['service']}: {outcome_words(facts['rung'], facts['need_met'], facts['stopped_because'])}",
        "This puts an earlier line right" if facts["corrects"] else "",
        "Put right later" if facts["corrected"] else "",
        words=facts["felt"],
    )


def _sheets(case: Case) -> QuerySet[Any]:
    return timeline.told(case.optionssheets.all(), at=F("made_at"), case_id=F("case_id"), sheet_id=F("pk"))


def _opened_sheets(case: Case) -> QuerySet[Any]:
    opened = case.optionssheets.filter(first_opened_at__isnull=False)
    return timeline.told(opened, at=F("first_opened_at"), case_id=F("case_id"), sheet_id=F("pk"), is_opened=Value(True))


def _sheet_entry(row: TimelineRow) -> TimelineEntry:
    url = reverse("onward:sheet", args=[row.facts["case_id"], row.facts["sheet_id"]])
    return row.entry("Options sheet opened by them" if "is_opened" in row.facts else "Options sheet made", url=url)


timeline.register(TimelineKind.OPTIONS, rows=_offered, entry=_offered_entry)
timeline.register(TimelineKind.OPTIONS, rows=_choices, entry=_choice_entry)
timeline.register(TimelineKind.OPTIONS, rows=_signpostings, entry=_signposting_entry)
timeline.register(TimelineKind.OPTIONS, rows=_introductions, entry=_introduction_entry)
timeline.register(TimelineKind.OPTIONS, rows=_steps, entry=_step_entry)
timeline.register(TimelineKind.OPTIONS, rows=_outcomes, entry=_outcome_entry)
timeline.register(TimelineKind.OPTIONS, rows=_sheets, entry=_sheet_entry)
timeline.register(TimelineKind.OPTIONS, rows=_opened_sheets, entry=_sheet_entry)
