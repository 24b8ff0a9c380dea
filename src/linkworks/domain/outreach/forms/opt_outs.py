from collections.abc import Iterable
from typing import Any

from linkworks.domain.outreach.models import CampaignContact
from linkworks.domain.people.choices import GivenHow
from linkworks.foundation.core import clock
from linkworks.foundation.design import fields


class RingAgainForm(fields.Form):
    """That somebody who asked not to be rung has changed their mind."""

    asked_by = fields.TextField(
        "Who asked that they are rung again?", max_length=120, label_size="s", hint="Like “they did”, or “her son Ade”."
    )
    asked_how = fields.RadiosField("How did they say it?", choices=GivenHow.choices, small=True, label_size="s")
    asked_on = fields.DateField("When did they say it?", past=True, label_size="s")
    words = fields.TextAreaField("Why, in their words?", rows=3, max_length=300, label_size="s")
    into = fields.CheckboxesField(
        "Ring them again in",
        required=False,
        small=True,
        label_size="s",
        hint="Where they are done because they did not want a call. Leave it empty, and they stay done.",
    )

    def __init__(self, *args: Any, done: Iterable[CampaignContact], **options: Any) -> None:
        """`done` is where they could be put back into the queue."""
        super().__init__(*args, **options)
        campaigns = [(str(one.campaign_id), one.campaign.name) for one in done]
        self.fields["into"].choices = campaigns  # type: ignore[attr-defined]
        if not campaigns:
            del self.fields["into"]

    @classmethod
    def starting(cls) -> dict[str, object]:
        return {"asked_on": clock.today(), "asked_how": GivenHow.SPOKEN}
