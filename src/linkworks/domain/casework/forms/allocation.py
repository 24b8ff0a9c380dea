"""Who takes a case on, whose cases go where, and who covers."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from linkworks.domain.casework.suggesting import Suggestion
from linkworks.domain.referrals.choices import SupportLevel
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core.words import listed, start_large
from linkworks.foundation.design import fields

LEVELS: dict[str, str] = {
    SupportLevel.ADVICE: "A conversation and information, often in one call",
    SupportLevel.SHORT: "A few contacts over some weeks",
    SupportLevel.FULL: "A plan together, over about three months",
}


def worker_choices(suggestions: Iterable[Suggestion]) -> dict[str, Any]:
    """Options of a field that picks a worker, best placed first, each with its reasons."""
    suggestions = list(suggestions)
    return {
        "choices": [(str(one.worker_id), one.name) for one in suggestions],
        "hints": {str(one.worker_id): start_large(listed(one.reasons)) for one in suggestions},
    }


class AcceptForm(fields.Form):
    support_level = fields.RadiosField("How much support?", choices=SupportLevel.choices, hints=LEVELS)

    def __init__(self, *args: Any, suggestions: Iterable[Suggestion], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["worker"] = fields.RadiosField(
            "Who will support them?",
            hint="The best placed come first: present, language, network, then room.",
            **worker_choices(suggestions),
        )


class ReallocateForm(fields.Form):
    def __init__(self, *args: Any, suggestions: Iterable[Suggestion], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["worker"] = fields.RadiosField("Who will have this case?", **worker_choices(suggestions))
        self.fields["reason"] = fields.TextField("Why does it change hands?", max_length=200)


class ChooseCaseloadForm(fields.Form):
    """Whose cases go, why, and whether to one colleague or to whoever is best placed."""

    def __init__(self, *args: Any, workers: Iterable[User], **options: Any) -> None:
        super().__init__(*args, **options)
        people = [(str(worker.pk), worker.name) for worker in workers]
        self.fields["from_worker"] = fields.SelectField("Whose caseload?", choices=people)
        self.fields["to_worker"] = fields.SelectField(
            "To whom?",
            choices=people,
            empty_line="Share out by network, language and room",
            required=False,
            hint="You see every case before anything changes.",
        )


class HandoverForm(fields.Form):
    """The preview: every case with its proposed receiver, which can be changed."""

    reason = fields.TextField("Why is the caseload handed over?", max_length=200)

    def __init__(self, *args: Any, receivers: list[tuple[str, str]], cases: list[UUID], **options: Any) -> None:
        super().__init__(*args, **options)
        for case_id in cases:
            self.fields[str(case_id)] = fields.SelectField(
                "Goes to", choices=receivers, empty_line="Stays where it is", required=False, hide_label=True
            )

    @property
    def chosen(self) -> dict[UUID, UUID]:
        """Receiver by case; cases that stay are left out."""
        answers = {name: worker for name, worker in self.cleaned_data.items() if name != "reason" and worker}
        return {UUID(name): UUID(worker) for name, worker in answers.items()}


class CoverForm(fields.Form):
    def __init__(self, *args: Any, workers: Iterable[User], **options: Any) -> None:
        super().__init__(*args, **options)
        people = [(str(worker.pk), worker.name) for worker in workers]
        self.fields["away"] = fields.SelectField("Who is away?", choices=people)
        self.fields["covered_by"] = fields.SelectField("Who covers?", choices=people)
        self.fields["starts_on"] = fields.DateField("First day")
        self.fields["ends_on"] = fields.DateField("Last day")
