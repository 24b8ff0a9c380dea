from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from linkworks.foundation.core import words
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.core.phone import Phone
from linkworks.foundation.design import fields
from linkworks.interfaces.public_site.forms.yourself import QUESTIONS, Question
from linkworks.interfaces.public_site.journey import Journey
from linkworks.interfaces.public_site.presenters.public_page import PublicPage


@dataclass(frozen=True)
class QuestionPage(PublicPage):
    """One question of the self-referral form, with what was answered before."""

    why: str
    question: str
    number: int
    how_many: int
    sealed: str
    returning: bool

    @property
    def is_first(self) -> bool:
        return self.number == 1


@dataclass(frozen=True)
class Said:
    """What was answered to one question; `name` is what the form calls it."""

    name: str
    question: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class CheckPage(PublicPage):
    said: tuple[Said, ...]
    sealed: str


def what_was_said(journey: Journey) -> tuple[Said, ...]:
    """Every answer in words, in the order of the questions."""
    return tuple(
        Said(question.name, question.title, tuple(_lines(journey.form(question))) or ("Not answered",))
        for question in QUESTIONS
    )


def _lines(form: Question) -> Iterable[str]:
    given = form.cleaned_data if form.is_valid() else {}
    for name, field in form.fields.items():
        if given.get(name):
            said = _in_words(field, given[name])
            yield said if len(form.fields) == 1 else f"{_with_colon(str(field.label))} {said}"


def _with_colon(label: str) -> str:
    return label if label.endswith(("?", ".")) else f"{label}:"


def _in_words(field: Any, value: Any) -> str:
    if isinstance(value, date):
        return words.full_date(value)
    if isinstance(field, fields.PhoneField) and value:
        return Phone(value).national
    if isinstance(field, fields.NhsNumberField) and value:
        return display_nhs_number(value)
    if hasattr(field, "choices"):
        labels = {str(choice): str(label) for choice, label in field.choices}
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(str(one), "") for one in chosen)
    return str(value or "")
