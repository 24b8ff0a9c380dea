from collections.abc import Iterable
from typing import Any

from linkworks.domain.directory.facts import LABELS
from linkworks.domain.directory.models import ProposedValue
from linkworks.foundation.design import fields

TAKE, LEAVE = "take", "leave"
DECISIONS = [(TAKE, "Take what they say"), (LEAVE, "Leave it as it is")]


class DecideForm(fields.Form):
    """One decision for each value that is proposed; the fields are called like the columns."""

    def __init__(self, *args: Any, proposals: Iterable[ProposedValue], **options: Any) -> None:
        super().__init__(*args, **options)
        for proposal in proposals:
            label = LABELS[proposal.column]
            self.fields[proposal.column] = fields.RadiosField(
                label, choices=DECISIONS, inline=True, hide_label=True, missing=f"Decide about “{label}”"
            )

    def accepted(self) -> dict[str, bool]:
        return {column: decision == TAKE for column, decision in self.cleaned_data.items()}


class SetAsideForm(fields.Form):
    because = fields.TextField(
        "Why is nothing to be changed?",
        max_length=300,
        hint="For example: I rang them, and it is as we say.",
        missing="Say why",
    )


class AskForm(fields.Form):
    email = fields.EmailField(
        "Their email address",
        hint="Of the organisation, not somebody’s own. The link that they get opens this entry alone.",
        missing="Give their email address",
    )
