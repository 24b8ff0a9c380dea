from typing import Any

from django.contrib import messages
from django.urls import reverse

from linkworks.domain.people.selectors.person import list_practices
from linkworks.domain.referrals import policies
from linkworks.domain.referrals.actions.receive import receive_referral
from linkworks.domain.referrals.choices import Channel
from linkworks.domain.referrals.forms.entry import EntryForm
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage


@page("referrals.new", states=("empty", "error"), title="Enter a referral")
class EnterReferral(FormPage):
    form_class = EntryForm
    title = "Enter a referral"
    button = "Enter the referral"

    def prepare(self) -> None:
        require(policies.may_receive, self.actor)

    def get_form(self, **bound: Any) -> EntryForm:
        return EntryForm(practices=list_practices(self.actor), **bound)

    def save(self, form: EntryForm) -> str:
        referral = receive_referral(self.actor, channel=Channel.STAFF, **form.facts())
        messages.success(self.request, f"The referral is in. Its reference is {referral.reference}.")
        if policies.may_triage(self.actor):
            return reverse("referrals:referral", args=[referral.pk])
        return reverse("referrals:new")
