from typing import Any

from django.urls import reverse

from linkworks.domain.referrals import policies
from linkworks.domain.referrals.choices import ReferralStatus
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.presenters.referral_form import ReferralFormPage
from linkworks.domain.referrals.selectors.referrals import get_referral
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.pages import FormPage


class AboutReferral(FormPage):
    """A form about one referral, for those who triage. The address takes `referral_id`."""

    template_name = "referrals/form.jinja"
    page_name: str
    referral: Referral

    def prepare(self) -> None:
        self.referral = get_referral(self.actor, self.kwargs["referral_id"])
        require(policies.may_triage, self.actor)
        if self.request.method == "GET" and self.referral.person_id:
            record_look(self.actor, self.page_name, [self.referral.person_id])

    def get_version(self) -> int:
        return self.referral.version

    def get_page(self) -> Any:
        return ReferralFormPage.of(self.referral, self.get_title(), self.get_lines())

    def get_lines(self) -> tuple[str, ...]:
        """What to know before filling it in."""
        return ()

    def describe_changes(self) -> list[str]:
        return [f"It stands like this now: {ReferralStatus(self.referral.status).label.lower()}."]

    @property
    def referral_url(self) -> str:
        return reverse("referrals:referral", args=[self.referral.pk])
