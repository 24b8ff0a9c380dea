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
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import Section

SOURCES = [(source.value, source.label) for source in ReferralSource if source is not ReferralSource.SELF]


class ReferSomeoneForm(ReferralQuestions):
    """Two minutes of a professional's time."""

    marks_optional = True
    needed_at_times = ReferralQuestions.needed_at_times | {"referrer_email", "referrer_telephone"}
    sections = (
        Section("About you", ("source", *REFERRER_FIELDS)),
        THE_PERSON,
        SAFELY,
        TALKING,
        WHY,
        CONSENT,
    )

    source = fields.SelectField("Where you work", choices=SOURCES, missing="Choose where you work")
    referrer_name = fields.TextField("Your name", max_length=120, autocomplete="name")
    referrer_role = fields.TextField("Your role", max_length=80, required=False, autocomplete="organization-title")
    referrer_organisation = fields.TextField(
        "Your practice or organisation", max_length=120, required=False, autocomplete="organization"
    )
    referrer_email = fields.EmailField(
        "Your email address",
        hint="Give this or a telephone number. We use it to ask you and to tell you, about this referral only",
        required=False,
    )
    referrer_telephone = fields.PhoneField("Your telephone number", required=False)
