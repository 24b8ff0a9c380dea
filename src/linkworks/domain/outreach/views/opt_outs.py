"""Somebody who asked not to be rung has changed their mind: a coordinator or team lead writes it down."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.urls import reverse

from linkworks.domain.outreach.actions.ringing_again import Asked, withdraw_opt_out
from linkworks.domain.outreach.forms.opt_outs import RingAgainForm
from linkworks.domain.outreach.models import CampaignContact, OptOut
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.opt_outs import RingAgainPage
from linkworks.domain.outreach.selectors.opt_outs import done_by_declining, get_opt_out, others_that_stand
from linkworks.domain.people.choices import GivenHow
from linkworks.domain.people.selectors.person import before_contact, get_person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core import words
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage

MAY_BE_RUNG = "They may be rung again."
STAY_DONE = "Where they are done, they stay done."


@page("outreach.ring_again", states=("filled", "error"), title="May they be rung again?")
class RingAgain(FormPage):
    form_class = RingAgainForm
    template_name = "outreach/ring_again.jinja"
    button = "They may be rung again"
    opt_out: OptOut

    def prepare(self) -> None:
        person = get_person(self.actor, self.kwargs["person_id"])
        require(may_run_campaigns, self.actor)
        self.opt_out = get_opt_out(self.actor, person, self.kwargs["opt_out_id"])
        if self.request.method == "GET":
            record_look(self.actor, "outreach.ring_again", [person.pk], reason=person.opening_reason)

    @property
    def done(self) -> QuerySet[CampaignContact]:
        return done_by_declining(self.actor, self.opt_out)

    def get_version(self) -> int:
        return self.opt_out.version

    def get_initial(self) -> dict[str, Any]:
        return RingAgainForm.starting()

    def get_form(self, **bound: Any) -> RingAgainForm:
        return RingAgainForm(initial=self.get_initial(), done=self.done, **bound)

    def get_page(self) -> RingAgainPage:
        known = before_contact(self.actor, [self.opt_out.person_id])[self.opt_out.person_id]
        others = others_that_stand(self.actor, self.opt_out)
        return RingAgainPage.of(self.opt_out, known, others, may_choose=self.done.exists())

    def save(self, form: RingAgainForm) -> str:
        given = form.cleaned_data
        back = withdraw_opt_out(
            self.actor,
            opt_out=self.opt_out,
            asked=Asked(given["asked_by"], GivenHow(given["asked_how"]), given["asked_on"], given["words"]),
            into=[UUID(one) for one in given.get("into", ())],
            expected_version=self.posted_version,
        )
        queues = words.listed(f"“{one.campaign.name}”" for one in back)
        messages.success(self.request, f"{MAY_BE_RUNG} {f'They are back in {queues}.' if back else STAY_DONE}")
        return reverse("people:person", args=[self.opt_out.person_id])
