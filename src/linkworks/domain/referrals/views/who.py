from typing import Any

from django.contrib import messages

from linkworks.domain.referrals.actions.identify import confirm_new_person, confirm_same_person, say_somebody_else
from linkworks.domain.referrals.forms.triage import SomebodyElseForm
from linkworks.domain.referrals.forms.who import WhoForm
from linkworks.domain.referrals.presenters.comparison import compare
from linkworks.domain.referrals.presenters.who import WhoPage
from linkworks.domain.referrals.selectors.look_alikes import LookAlike, find_look_alikes
from linkworks.domain.referrals.views.about_referral import AboutReferral
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.page_registry import page


@page("referrals.who", states=("filled", "error"), title="Is this somebody we know?")
class Who(AboutReferral):
    """The same question as on the referral's page, on a page of its own: for errors, and when nothing else matters."""

    form_class = WhoForm
    title = "Is this somebody we know?"
    template_name = "referrals/who.jinja"
    alike: tuple[LookAlike, ...]

    def prepare(self) -> None:
        super().prepare()
        self.alike = find_look_alikes(self.actor, self.referral)
        if self.request.method == "GET":
            record_look(self.actor, self.page_name, [one.person.pk for one in self.alike])

    def get_form(self, **bound: Any) -> WhoForm:
        return WhoForm(people=[one.person.pk for one in self.alike], **bound)

    def get_page(self) -> WhoPage:
        return WhoPage.of(
            self.referral,
            tuple(compare(self.referral, one) for one in self.alike),
            number_is_taken=any(one.has_number(self.referral.nhs_number) for one in self.alike),
        )

    def save(self, form: WhoForm) -> str:
        if form.person_id is None:
            leave_out = form.cleaned_data["leave_out_nhs_number"]
            confirm_new_person(self.actor, referral=self.referral, leave_out_nhs_number=leave_out)
            messages.success(self.request, "The person is registered, and the referral is on their record.")
        else:
            confirm_same_person(self.actor, referral=self.referral, person_id=form.person_id)
            messages.success(self.request, "The referral is on their record.")
        return self.referral_url


@page("referrals.somebody_else", states=("empty", "error"), title="This is somebody else")
class SomebodyElse(AboutReferral):
    """Undoes “This is the same person”, as long as the referral waits."""

    form_class = SomebodyElseForm
    title = "This is somebody else"
    button = "Take it off the record"

    def get_lines(self) -> tuple[str, ...]:
        return (
            "The referral comes off the record, with everything that it added there: telephone numbers, alerts, "
            "answers about consent, and what was blank before. What somebody has changed since stays.",
            "Then you are asked again whom it is about.",
        )

    def save(self, form: SomebodyElseForm) -> str:
        words = form.cleaned_data["words"]
        say_somebody_else(self.actor, referral=self.referral, words=words, expected_version=self.posted_version)
        messages.success(self.request, "The referral is off the record. Say whom it is about.")
        return self.referral_url
