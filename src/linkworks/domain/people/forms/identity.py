from typing import Any

from linkworks.domain.people.choices import Gender
from linkworks.domain.people.models import Practice
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import Given


class IdentityForm(fields.Form):
    given_name = fields.TextField("First name", max_length=100, width=20, spellcheck=False)
    family_name = fields.TextField("Last name", max_length=100, width=20, spellcheck=False)
    preferred_name = fields.TextField(
        "Likes to be called", max_length=100, width=20, spellcheck=False, required=False, hint="If it is another name"
    )
    pronouns = fields.TextField("Pronouns", max_length=40, width=10, required=False, hint="Like she/her or they/them")
    date_of_birth = fields.DateField("Date of birth", past=True, required=False, hint="For example, 15 3 1958")
    nhs_number = fields.NhsNumberField(required=False)
    gender = fields.RadiosField(
        "Gender", choices=Gender.choices, small=True, label_size="s", hint="As the person says it"
    )
    gender_words = fields.TextField(
        "In their own words", max_length=60, width=20, only_if=Given("gender", Gender.SELF_DESCRIBED)
    )
    ethnicity = fields.TextField(
        "Ethnicity", max_length=60, width=30, required=False, hint="As the person says it, if they want to"
    )


class AddressForm(fields.Form):
    no_fixed_abode = fields.TickField(
        "No fixed abode", required=False, hint="Keep an address below if post reaches the person there"
    )
    address_line_1 = fields.TextField("First line of the address", max_length=120, required=False)
    address_line_2 = fields.TextField("Second line of the address", max_length=120, required=False)
    town = fields.TextField("Town", max_length=60, width=20, required=False)
    postcode = fields.PostcodeField(required=False)


class LanguageForm(fields.Form):
    preferred_language = fields.TextField(
        "Which language does the person like best?", max_length=40, width=20, missing="Enter the language"
    )
    interpreter_needed = fields.YesNoField("Do they need an interpreter?")


class PracticeForm(fields.Form):
    practice = fields.SelectField(
        "GP practice", empty_line="No practice, or not one of ours", required=False, label_size="m"
    )

    def __init__(self, *, practices: list[Practice], **options: Any) -> None:
        super().__init__(**options)
        field: Any = self.fields["practice"]
        field.choices = [("", ""), *((str(one.pk), one.name) for one in practices)]


class DeathForm(fields.Form):
    died_on = fields.DateField(
        "When did they die?", past=True, hint="If nobody knows the day, give the day on which you were told"
    )
