"""A form over several pages with no draft on the server: what was answered travels in the pages themselves, sealed.

Whoever stops half-way leaves nothing behind.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Self

from django.core import signing
from django.http import QueryDict

from linkworks.domain.people.models import Practice
from linkworks.interfaces.public_site.forms.yourself import QUESTIONS, Question

SALT = "public_site.journey"
LONGEST_STOP = timedelta(days=1)
MOST_CHARACTERS = 20_000

Typed = dict[str, list[str]]


class Journey:
    """What was typed so far, question by question, as it was typed."""

    def __init__(self, practices: Iterable[Practice], typed: dict[str, Typed] | None = None) -> None:
        self.practices = list(practices)
        self.typed = typed or {}

    @classmethod
    def opened(cls, practices: Iterable[Practice], sealed: str) -> Self:
        """Raises signing.BadSignature for a seal that is broken or a day old."""
        return cls(practices, signing.loads(sealed, salt=SALT, max_age=LONGEST_STOP) if sealed else None)

    def sealed(self) -> str:
        return signing.dumps(self.typed, salt=SALT, compress=True)

    def keep(self, question: type[Question], posted: QueryDict) -> None:
        own = {name: posted.getlist(name) for name in posted if _belongs(name, question)}
        if sum(len(value) for values in own.values() for value in values) <= MOST_CHARACTERS:
            self.typed[question.name] = own

    def form(self, question: type[Question]) -> Question:
        """With what was typed before, if anything was."""
        typed = self.typed.get(question.name)
        return self.filled(question, None if typed is None else _posted(typed))

    def filled(self, question: type[Question], posted: QueryDict | None) -> Question:
        """With what was posted, beside what other questions were answered."""
        has_address = any(self.typed.get("address", {}).get("address_line_1", ()))
        return question(data=posted, practices=self.practices, has_address=has_address)

    def first_unanswered(self) -> type[Question] | None:
        return next((question for question in QUESTIONS if not self.form(question).is_valid()), None)

    def answers(self) -> dict[str, Any]:
        """Every answer by its field, when every question is answered."""
        found: dict[str, Any] = {}
        for question in QUESTIONS:
            form = self.form(question)
            form.is_valid()
            found |= form.cleaned_data
        return found

    def practice(self) -> Practice | None:
        chosen = self.answers()["practice"]
        return next((practice for practice in self.practices if str(practice.pk) == chosen), None)


def _belongs(name: str, question: type[Question]) -> bool:
    """A field's own name, or one of the three boxes of a date."""
    known: dict[str, Any] = question.base_fields
    return name in known or name.rpartition("_")[0] in known


def _posted(typed: Typed) -> QueryDict:
    posted = QueryDict(mutable=True)
    for name, values in typed.items():
        posted.setlist(name, values)
    return posted
