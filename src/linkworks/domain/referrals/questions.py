"""What every door asks about somebody else: the professional form and staff entry begin from these questions."""

from collections.abc import Iterable, Mapping
from typing import Any

from linkworks.domain.people.choices import AdjustmentKind
from linkworks.domain.people.details import PersonDetails
from linkworks.domain.people.models import Practice
from linkworks.domain.referrals.actions.receive import ReferralConsent, Referrer
from linkworks.domain.referrals.choices import ReferralReason, ReferralSource
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import NO, YES, Section

NONE = "none"
# A spoken-language interpreter is asked for with the language; “something else” is the line of words.
COMMUNICATION_CHOICES = [
    (kind.value, kind.label)
    for kind in AdjustmentKind
    if kind not in {AdjustmentKind.SPOKEN_INTERPRETER, AdjustmentKind.OTHER}
] + [(NONE, "None of these")]

THE_PERSON = Section(
    "About the person",
    ("given_name", "family_name", "date_of_birth", "nhs_number", "address_line_1", "town", "postcode", "practice"),
)
SAFELY = Section(
    "How to reach them safely",
    ("telephone", "may_voicemail", "may_text", "email", "safe_when"),
    hint=(
        "Give one way at least, or a postal address. "
        "Somebody else may hear a message or read a text. We use only the ways they agreed to."
    ),
)
TALKING = Section(
    "What makes talking easier",
    ("preferred_language", "interpreter_needed", "communication_needs", "communication_words"),
)
WHY = Section("Why", ("reasons", "reason_words", "risk_words"))
CONSENT = Section("What they agreed to", ("consent_given", "may_tell_practice", "may_tell_referrer"))
REFERRER_FIELDS = (
    "referrer_name",
    "referrer_role",
    "referrer_organisation",
    "referrer_email",
    "referrer_telephone",
)
WISHES_FOR_TELEPHONE = {
    "may_voicemail": "Say whether we may leave a message",
    "may_text": "Say whether we may send texts",
}
WAYS_TO_REACH = frozenset({"telephone", "email"})


class ReferralQuestions(fields.Form):
    """A door adds who refers, and may ask for less; the wordings of consent are kept as they stand here."""

    needed_at_times = WAYS_TO_REACH | WISHES_FOR_TELEPHONE.keys()

    given_name = fields.TextField("First name", max_length=100, missing="Enter their first name")
    family_name = fields.TextField("Last name", max_length=100, missing="Enter their last name")
    date_of_birth = fields.DateField(
        "Date of birth", past=True, hint="For example, 15 3 1958", missing="Enter their date of birth"
    )
    nhs_number = fields.NhsNumberField(required=False, hint="If you have it: 10 digits, like 999 000 0018")
    address_line_1 = fields.TextField("Address", max_length=120, required=False)
    town = fields.TextField("Town", max_length=60, width=20, required=False)
    postcode = fields.PostcodeField(required=False, hint="If they have no fixed abode, enter ZZ99 3VZ")
    practice = fields.SelectField("GP practice", empty_line="Not known, or not in the list", required=False)

    telephone = fields.PhoneField(required=False)
    may_voicemail = fields.YesNoField("May we leave a message on it?", required=False)
    may_text = fields.YesNoField("May we send texts to it?", required=False)
    email = fields.EmailField(required=False)
    safe_when = fields.TextField(
        "When is it safe to reach them, and how?",
        hint="For example: weekday mornings; say that it is about the library",
        max_length=200,
        required=False,
    )

    preferred_language = fields.TextField("Language they prefer", max_length=40, width=20, initial="English")
    interpreter_needed = fields.YesNoField("Do they need an interpreter?")
    communication_needs = fields.CheckboxesField(
        "Which of these do they need?",
        choices=COMMUNICATION_CHOICES,
        none=NONE,
        small=True,
        missing="Choose what they need, or “None of these”",
    )
    communication_words = fields.TextField("Anything else that makes talking easier", max_length=300, required=False)

    reasons = fields.CheckboxesField(
        "Why do you refer them?",
        choices=ReferralReason.choices,
        hint="Choose all that apply",
        small=True,
        classes="app-in-columns",
        missing="Choose at least one reason",
    )
    reason_words = fields.TextAreaField(
        "In a sentence or two, what would help?", rows=3, max_length=2000, required=False
    )
    risk_words = fields.TextAreaField(
        "Is there anything we should know, so that they and we are safe?",
        hint="For example: risk of harm, a dog, somebody at home who must not know",
        rows=3,
        max_length=2000,
        required=False,
    )

    consent_given = fields.TickField(
        "They agreed to be referred to this team, and to the team keeping a record and contacting them",
        missing="We can take a referral only when the person has agreed to it. Ask them first, then tick the box",
    )
    may_tell_practice = fields.YesNoField("Did they agree that we tell their GP practice how it goes?")
    may_tell_referrer = fields.YesNoField(
        "Did they agree that we tell you when the referral is accepted and when it has ended?"
    )

    def __init__(self, *args: Any, practices: Iterable[Practice], **options: Any) -> None:
        super().__init__(*args, **options)
        self.practices = {str(practice.pk): practice for practice in practices}
        chosen: Any = self.fields["practice"]
        chosen.choices = [(pk, practice.name) for pk, practice in self.practices.items()]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        insist_on_wishes_for_telephone(self)
        return answers

    def details(self) -> PersonDetails:
        return details_from(self.cleaned_data, self.practices.get(self.cleaned_data["practice"]))

    def consent(self) -> ReferralConsent:
        answers = self.cleaned_data
        return ReferralConsent(
            consent_given=answers["consent_given"],
            consent_wording=str(self.fields["consent_given"].label),
            may_tell_practice=answers["may_tell_practice"] == YES,
            tell_practice_wording=self._wording("may_tell_practice"),
            may_tell_referrer=answers["may_tell_referrer"] == YES,
            tell_referrer_wording=self._wording("may_tell_referrer"),
        )

    def referrer(self) -> Referrer:
        return Referrer(**{name.removeprefix("referrer_"): self.cleaned_data[name] for name in REFERRER_FIELDS})

    def facts(self) -> dict[str, Any]:
        """What `receive_referral` is told."""
        answers = self.cleaned_data
        return {
            "source": ReferralSource(answers["source"]),
            "details": self.details(),
            "reasons": [ReferralReason(reason) for reason in answers["reasons"]],
            "reason_words": answers["reason_words"],
            "risk_words": answers["risk_words"],
            "consent": self.consent(),
            "referrer": self.referrer(),
        }

    def _wording(self, name: str) -> str:
        """The question as it was put; blank where it was not asked or not answered."""
        return str(self.fields[name].label) if self.cleaned_data[name] in {YES, NO} else ""


def insist_on_wishes_for_telephone(form: fields.Form) -> None:
    """Whoever gives a telephone number says whether messages and texts are safe on it."""
    if not form.cleaned_data.get("telephone"):
        return
    for name, sentence in WISHES_FOR_TELEPHONE.items():
        if name in form.cleaned_data and not form.cleaned_data[name]:
            form.add_error(name, sentence)


def details_from(answers: Mapping[str, Any], practice: Practice | None) -> PersonDetails:
    """Of the answers to these questions, or to the same ones under the same names."""
    kept = {name: answers[name] for name in PersonDetails.__slots__ if name in answers}
    judged = {
        "practice": practice,
        "may_voicemail": answers["may_voicemail"] == YES,
        "may_text": answers["may_text"] == YES,
        "interpreter_needed": answers["interpreter_needed"] == YES,
        "communication_needs": tuple(need for need in answers["communication_needs"] if need != NONE),
        "communication_asked": bool(answers["communication_needs"]),
    }
    return PersonDetails(**kept | judged)
