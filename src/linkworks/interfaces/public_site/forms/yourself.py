"""The self-referral form, a question or two a page. Every wording of consent is kept as it stands here."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.models import Practice
from linkworks.domain.people.wordings import asked
from linkworks.domain.referrals.choices import ReferralReason
from linkworks.domain.referrals.questions import (
    COMMUNICATION_CHOICES,
    NONE,
    WAYS_TO_REACH,
    WISHES_FOR_TELEPHONE,
    insist_on_wishes_for_telephone,
)
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import YES

NO_WAY = (
    "Give one way to reach you: a telephone number or an email address. "
    "If you have neither, go back and give your postal address."
)


class Question(fields.Form):
    """One page. `name` stands in the form for it; `title` is the page's heading; `why` says why we ask."""

    name: ClassVar[str]
    title: ClassVar[str]
    why: ClassVar[str] = ""
    marks_optional = True

    def __init__(
        self, *args: Any, practices: Iterable[Practice] = (), has_address: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.has_address = has_address
        if "practice" in self.fields:
            chosen: Any = self.fields["practice"]
            chosen.choices = [(str(practice.pk), practice.name) for practice in practices]


class NameQuestion(Question):
    name = "name"
    title = "What is your name?"
    given_name = fields.TextField(
        "First name", max_length=100, autocomplete="given-name", spellcheck=False, missing="Enter your first name"
    )
    family_name = fields.TextField(
        "Last name", max_length=100, autocomplete="family-name", spellcheck=False, missing="Enter your last name"
    )


class BornQuestion(Question):
    name = "born"
    title = "When were you born?"
    why = "We support people who are 18 or over. It also helps us not to mix you up with somebody else."
    date_of_birth = fields.DateField(
        "Date of birth",
        past=True,
        hint="For example, 15 3 1958",
        autocomplete="bday",
        missing="Enter your date of birth",
    )


class AddressQuestion(Question):
    name = "address"
    title = "Where do you live?"
    why = "So that we find what is near you. If you have no fixed address, enter the postcode ZZ99 3VZ."
    address_line_1 = fields.TextField("Address", max_length=120, required=False, autocomplete="address-line1")
    town = fields.TextField("Town", max_length=60, width=20, required=False, autocomplete="address-level2")
    postcode = fields.PostcodeField()


class PracticeQuestion(Question):
    name = "practice"
    title = "Which GP practice are you with?"
    practice = fields.SelectField("GP practice", empty_line="I do not know, or it is not in the list", required=False)
    nhs_number = fields.NhsNumberField(
        required=False,
        hint="If you know it. It has 10 digits, like 999 000 0018, and stands on letters from the NHS.",
    )


class ReachQuestion(Question):
    name = "reach"
    title = "How can we reach you safely?"
    why = "Give a telephone number or an email address that only you use, if you can. We use only what you allow."
    needed_at_times = frozenset(WISHES_FOR_TELEPHONE)
    telephone = fields.PhoneField(required=False)
    may_voicemail = fields.YesNoField("May we leave a message on it?", required=False)
    may_text = fields.YesNoField("May we send you texts?", required=False)
    email = fields.EmailField(required=False)
    safe_when = fields.TextField(
        "Is there a time or a way that is safer for you?",
        hint="For example: weekday mornings; do not say where you ring from",
        max_length=200,
        required=False,
    )

    def says_optional(self, name: str) -> bool:
        return super().says_optional(name) and (self.has_address or name not in WAYS_TO_REACH)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        insist_on_wishes_for_telephone(self)
        if not (self.has_address or self.errors or answers.get("telephone") or answers.get("email")):
            self.add_error("telephone", NO_WAY)
        return answers


class LanguageQuestion(Question):
    name = "language"
    title = "Which language do you like to speak?"
    preferred_language = fields.TextField("Language", max_length=40, width=20, initial="English")
    interpreter_needed = fields.YesNoField("Would you like an interpreter?")


class NeedsQuestion(Question):
    name = "needs"
    title = "What makes it easier for us to talk?"
    why = "We note it, so that you do not have to ask again."
    communication_needs = fields.CheckboxesField(
        "Which of these do you need?",
        choices=COMMUNICATION_CHOICES,
        none=NONE,
        missing="Choose what you need, or “None of these”",
    )
    communication_words = fields.TextField("Anything else", max_length=300, required=False)


class ReasonsQuestion(Question):
    name = "reasons"
    title = "What would you like help with?"
    reasons = fields.CheckboxesField(
        "What would you like help with?",
        hide_label=True,
        hint="Choose all that apply",
        choices=ReferralReason.choices,
        missing="Choose at least one. If you are not sure, choose “Something else”",
    )


class WordsQuestion(Question):
    name = "words"
    title = "What would make things better for you?"
    why = (
        "A sentence is enough, and you can leave it empty. "
        "Nobody reads this straight away: if it cannot wait, use the numbers on this page."
    )
    reason_words = fields.TextAreaField("In your own words", max_length=2000, required=False)


class ConsentQuestion(Question):
    name = "consent"
    title = "Is this all right with you?"
    consent_given = fields.YesNoField(asked(ConsentKind.SUPPORT), missing="Say whether this is all right")
    may_tell_practice = fields.YesNoField(asked(ConsentKind.SHARE_PRACTICE), missing="Say whether we may")

    def clean_consent_given(self) -> str:
        answer: str = self.cleaned_data["consent_given"]
        if answer != YES:
            raise ValidationError(
                "We can support you only if you agree to this. If you would like to talk about it first, ring us."
            )
        return answer


QUESTIONS: tuple[type[Question], ...] = (
    NameQuestion,
    BornQuestion,
    AddressQuestion,
    PracticeQuestion,
    ReachQuestion,
    LanguageQuestion,
    NeedsQuestion,
    ReasonsQuestion,
    WordsQuestion,
    ConsentQuestion,
)


def question_named(name: str) -> type[Question]:
    """The first one for a name that there is not."""
    return next((question for question in QUESTIONS if question.name == name), QUESTIONS[0])


class SendForm(fields.Form):
    """The last page, with nothing to fill in: sends what was answered before."""

    def __init__(self, *args: Any, unanswered: type[Question] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.unanswered = unanswered

    def clean(self) -> None:
        if self.unanswered is not None:
            raise ValidationError(f"Answer the question “{self.unanswered.title}” before you send this.")
