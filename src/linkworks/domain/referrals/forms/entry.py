from datetime import datetime, time
from typing import Any

from linkworks.domain.people.choices import Gender
from linkworks.domain.referrals.choices import ReferralSource
from linkworks.domain.referrals.questions import (
    CONSENT,
    REFERRER_FIELDS,
    SAFELY,
    TALKING,
    THE_PERSON,
    WHY,
    ReferralQuestions,
)
from linkworks.foundation.core import clock
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import Given, Section

BY_OTHERS = [source.value for source in ReferralSource if source is not ReferralSource.SELF]


class EntryForm(ReferralQuestions):
    """A referral that came by letter, by e-mail or on the telephone, entered by staff."""

    sections = (
        Section("How it came", ("source", "received_on", *REFERRER_FIELDS)),
        Section(THE_PERSON.title, (*THE_PERSON.names, "gender")),
        SAFELY,
        TALKING,
        WHY,
        CONSENT,
    )

    source = fields.SelectField("Who sent it?", choices=ReferralSource.choices, missing="Choose who sent it")
    received_on = fields.DateField("When did it reach us?", past=True, initial=clock.today)
    referrer_name = fields.TextField("Name of the referrer", max_length=120, required=False)
    referrer_role = fields.TextField("Their role", max_length=80, required=False)
    referrer_organisation = fields.TextField("Their organisation", max_length=120, required=False)
    referrer_email = fields.EmailField("Their email address", required=False)
    referrer_telephone = fields.PhoneField("Their telephone number", required=False)
    gender = fields.SelectField("Gender", choices=Gender.choices, required=False, empty_line="Not asked")
    consent_given = fields.TickField(
        "They agreed to be supported by this team, and to the team keeping a record",
        missing="We can take a referral only when the person has agreed to it. Ask them first, then tick the box",
    )
    may_tell_referrer = fields.YesNoField(
        "Did they agree that we tell the referrer when the referral is accepted and when it has ended?",
        required=False,
        only_if=Given("source", *BY_OTHERS),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reasons"].label = "Why were they referred?"
        for name in ("date_of_birth", "communication_needs"):
            self.fields[name].required = False

    def details(self) -> Any:
        self.cleaned_data["gender"] = self.cleaned_data["gender"] or Gender.NOT_SAID
        return super().details()

    def facts(self) -> dict[str, Any]:
        return super().facts() | {"received_at": self._received_at()}

    def _received_at(self) -> datetime:
        day = self.cleaned_data["received_on"]
        return clock.now() if day == clock.today() else datetime.combine(day, time(12), tzinfo=clock.LONDON)
