from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import Given

KINDS = [("telephone", "By telephone"), ("home", "At their home"), ("group", "In a group")]
NEEDS = [
    ("money", "Money and benefits"),
    ("home", "Home and repairs"),
    ("company", "Company"),
    ("none", "None of these"),
]


class FilterForm(fields.Form):
    status = fields.CheckboxesField(
        "Status", choices=[("open", "Open"), ("hold", "On hold")], required=False, small=True
    )


class EveryFieldForm(fields.Form):
    """One of each."""

    name = fields.TextField("Full name", label_size="s", autocomplete="name", missing="Enter their full name")
    email = fields.EmailField(hint="We use it only to answer you", required=False)
    phone = fields.PhoneField(hint="A United Kingdom number, like 07700 900123")
    nhs_number = fields.NhsNumberField(required=False)
    postcode = fields.PostcodeField()
    born = fields.DateField("Date of birth", past=True, hint="For example, 15 3 1958")
    kind = fields.RadiosField(
        "How did you talk?",
        choices=KINDS,
        hints={"home": "Use the lone-working check-in"},
        label_size="m",
    )
    check_in = fields.TimeField("When should we check on you?", only_if=Given("kind", "home"))
    interpreter = fields.YesNoUnknownField("Do they need an interpreter?")
    language = fields.TextField("Which language?", width=20, only_if=Given("interpreter", "yes"))
    smoker = fields.YesNoField("Is a letter all right?")
    needs = fields.CheckboxesField("What did they talk about?", choices=NEEDS, none="none")
    worker = fields.SelectField("Link worker", choices=[("a", "Amina Yusuf"), ("b", "Ben Okafor")])
    rest = fields.DurationField("How long until we try again?", required=False)
    minutes = fields.StepperField("How long did it take?", by=5, smallest=0, largest=240, suffix="minutes")
    cost = fields.DecimalField("What does it cost?", prefix="£", required=False)
    score = fields.ScaleField("How close are you to your goal?", ends=("not at all", "all the way there"))
    next_at = fields.DateTimeField("Next appointment", future=True)
    note = fields.TextAreaField("What was said", hint="In their own words where you can", max_words=300)
    rows = fields.FileField("A list of people", kinds=("csv", "xlsx"), required=False)
    agrees = fields.TickField("They agree that we keep this")
