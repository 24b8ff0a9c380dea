"""Everything that may become of a referral but being accepted, which casework does because it opens the case."""

from django.contrib import messages

from linkworks.domain.referrals.actions.correct import correct_nhs_number
from linkworks.domain.referrals.actions.triage import (
    answer_referral,
    decline_referral,
    return_for_information,
    take_back_in,
    withdraw_referral,
)
from linkworks.domain.referrals.choices import DeclineReason, WithdrawReason
from linkworks.domain.referrals.forms.triage import (
    AnswerForm,
    DeclineForm,
    NhsNumberForm,
    QuestionForm,
    TakeBackForm,
    WithdrawForm,
)
from linkworks.domain.referrals.views.about_referral import AboutReferral
from linkworks.foundation.core.phone import Phone
from linkworks.foundation.design.page_registry import page

CODE_RULE = (
    "This is our own no. The code “social prescribing declined” is for a person who says no: "
    "do not add it to the record."
)


@page("referrals.return", states=("empty", "error"), title="Ask the referrer for more information")
class Return(AboutReferral):
    form_class = QuestionForm
    title = "Ask the referrer for more information"
    button = "Ask"

    def get_lines(self) -> tuple[str, ...]:
        if self.referral.referrer_email:
            return (f"{self.referral.referrer_email} gets the question with a link to answer it by.",)
        number = self.referral.referrer_telephone or self.referral.telephone
        reach = f"Ring {Phone(number).national}" if number else "Ring them"
        return (f"We have no email address to ask. {reach}, and add the answer here when you have it.",)

    def save(self, form: QuestionForm) -> str:
        return_for_information(
            self.actor,
            referral=self.referral,
            question=form.cleaned_data["question"],
            expected_version=self.posted_version,
        )
        messages.success(self.request, "The referral waits for the referrer now.")
        return self.referral_url


@page("referrals.nhs_number", states=("filled", "error"), title="Correct the NHS number")
class CorrectNhsNumber(AboutReferral):
    form_class = NhsNumberForm
    title = "Correct the NHS number"
    button = "Save the number"

    def get_lines(self) -> tuple[str, ...]:
        return (
            "We look again for people on record who may be the same. If nobody looks alike, the person is registered. "
            "What the referrer wrote stays in the history.",
        )

    def get_initial(self) -> dict[str, str]:
        return {"nhs_number": self.referral.nhs_number}

    def save(self, form: NhsNumberForm) -> str:
        correct_nhs_number(
            self.actor,
            referral=self.referral,
            nhs_number=form.cleaned_data["nhs_number"],
            words=form.cleaned_data["words"],
            expected_version=self.posted_version,
        )
        found = "the person is registered" if self.referral.person_id else "somebody on record may be the same"
        messages.success(self.request, f"The number is corrected, and {found}.")
        return self.referral_url


@page("referrals.answer", states=("empty", "error"), title="Add the referrer’s answer")
class Answer(AboutReferral):
    form_class = AnswerForm
    title = "Add the referrer’s answer"

    def save(self, form: AnswerForm) -> str:
        answer_referral(self.actor, referral=self.referral, words=form.cleaned_data["words"])
        messages.success(self.request, "The answer is added, and the referral is with us again.")
        return self.referral_url


@page("referrals.decline", states=("empty", "error"), title="Do not take this referral on")
class Decline(AboutReferral):
    form_class = DeclineForm
    title = "Do not take this referral on"
    button = "Do not take it on"

    def get_lines(self) -> tuple[str, ...]:
        return (CODE_RULE,)

    def save(self, form: DeclineForm) -> str:
        decline_referral(
            self.actor,
            referral=self.referral,
            reason=DeclineReason(form.cleaned_data["reason"]),
            words=form.cleaned_data["words"],
            expected_version=self.posted_version,
        )
        messages.success(self.request, "The referral is not taken on.")
        return self.referral_url


@page("referrals.withdraw", states=("empty", "error"), title="This referral was withdrawn")
class Withdraw(AboutReferral):
    form_class = WithdrawForm
    title = "This referral was withdrawn"
    button = "Withdraw it"

    def save(self, form: WithdrawForm) -> str:
        withdraw_referral(
            self.actor,
            referral=self.referral,
            reason=WithdrawReason(form.cleaned_data["reason"]),
            words=form.cleaned_data["words"],
            expected_version=self.posted_version,
        )
        messages.success(self.request, "The referral is withdrawn.")
        return self.referral_url


@page("referrals.take_back", states=("empty", "error"), title="Take this referral back in")
class TakeBack(AboutReferral):
    form_class = TakeBackForm
    title = "Take this referral back in"
    button = "Take it back in"

    def save(self, form: TakeBackForm) -> str:
        take_back_in(
            self.actor,
            referral=self.referral,
            words=form.cleaned_data["words"],
            expected_version=self.posted_version,
        )
        messages.success(self.request, "The referral is with us again, and our promise starts anew today.")
        return self.referral_url
