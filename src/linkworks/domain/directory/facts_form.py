"""The form on which an organisation, or a colleague, puts right what an entry says."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from linkworks.domain.directory.choices import ROUTE_WORDS, LiveState
from linkworks.domain.directory.facts import COLUMNS, LISTS, with_unknown_routes
from linkworks.domain.directory.models import Service
from linkworks.foundation.design import fields

LONGEST_ITEM = 120
LONGEST_WAIT = 104
BAD_ADDRESS = "Enter a web address like www.example.org"


class FactsForm(fields.Form):
    """`cleaned_data` has the columns of `facts.COLUMNS`, with lists as lists."""

    sections: ClassVar[tuple[fields.Section, ...]] = (
        fields.Section("What it is", ("description", "eligibility", "times", "cost", "bring")),
        fields.Section("How to get in touch", ("telephone", "email", "website", "referral_routes")),
    )

    description = fields.TextAreaField("What people find there", max_length=4000, required=False)
    eligibility = fields.TextAreaField("Who it is for", rows=3, max_length=2000, required=False)
    times = fields.TextAreaField(
        "Days and times",
        rows=3,
        max_length=500,
        hint="For example: Mon-Fri 9:00-17:00, Sat 10:00-12:00",
        required=False,
    )
    cost = fields.TextField("What it costs", max_length=250, hint="For example: free, or £3 a session", required=False)
    bring = fields.TextAreaField("What people should bring", rows=2, max_length=500, hint="One a line", required=False)
    telephone = fields.TextField("Telephone", max_length=40, input_type="tel", width=20, required=False)
    email = fields.EmailField("Email", required=False)
    website = fields.TextField("Website", max_length=500, inputmode="url", spellcheck=False, required=False)
    referral_routes = fields.CheckboxesField("How people get in", choices=list(ROUTE_WORDS.items()), required=False)

    def __init__(self, *args: Any, service: Service, **options: Any) -> None:
        self._service = service
        options["initial"] = facts_of(service)
        super().__init__(*args, **options)

    def clean_website(self) -> str:
        typed: str = self.cleaned_data["website"].strip()
        address = typed if not typed or "://" in typed else f"https://{typed}"
        if address:
            try:
                URLValidator(schemes=["http", "https"], message=BAD_ADDRESS)(address)
            except ValidationError as fault:
                raise ValidationError(BAD_ADDRESS) from fault
        return address

    def clean_bring(self) -> list[str]:
        lines = [line.strip() for line in (self.cleaned_data["bring"] or "").splitlines()]
        items = list(dict.fromkeys(line for line in lines if line))
        if any(len(item) > LONGEST_ITEM for item in items):
            raise ValidationError(f"Use no more than {LONGEST_ITEM} characters a line")
        return items

    def clean_referral_routes(self) -> list[str]:
        return with_unknown_routes(self._service, self.cleaned_data["referral_routes"])


class EntryForm(FactsForm):
    """For the organisation itself: also how it is now, and what it wants to tell us besides."""

    marks_optional = True
    needed_at_times = frozenset({"waiting_weeks"})
    sections = (
        fields.Section("Is there room?", ("live_state", "waiting_weeks")),
        *FactsForm.sections,
        fields.Section("Anything else", ("words",)),
    )

    live_state = fields.RadiosField("How is it now?", choices=LiveState.choices, label_size="s")
    waiting_weeks = fields.IntegerField(
        "About how many weeks do people wait?",
        smallest=1,
        largest=LONGEST_WAIT,
        suffix="weeks",
        required=False,
        only_if=fields.Given("live_state", LiveState.WAITING_LIST),
    )
    words = fields.TextAreaField(
        "What else should we know?", rows=3, max_length=2000, hint="For example: we move in May.", required=False
    )


def facts_of(service: Service) -> dict[str, Any]:
    """As the form shows them before anything is typed."""
    told = {name: getattr(service, name) for name in COLUMNS}
    typed = {name: "\n".join(told[name]) for name in LISTS - {"referral_routes"}}
    return told | typed | {"live_state": service.live_state, "waiting_weeks": service.waiting_weeks}
