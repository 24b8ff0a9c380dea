from typing import Any

from django.urls import reverse

from linkworks.domain.people.selectors.person import list_practices
from linkworks.domain.referrals.actions.progress import share_progress
from linkworks.domain.referrals.actions.receive import receive_referral
from linkworks.domain.referrals.choices import Channel
from linkworks.foundation.design.page_registry import page
from linkworks.interfaces.public_site.forms.someone import ReferSomeoneForm
from linkworks.interfaces.public_site.limiter import count_post
from linkworks.interfaces.public_site.views.doors import PublicFormPage


@page("public_site.refer_someone", states=("empty", "error"), title="Refer somebody")
class ReferSomeone(PublicFormPage):
    form_class = ReferSomeoneForm
    title = "Refer somebody"
    button = "Send the referral"
    template_name = "public_site/someone.jinja"

    def get_form(self, **bound: Any) -> ReferSomeoneForm:
        return ReferSomeoneForm(practices=list_practices(self.actor), **bound)

    def save(self, form: ReferSomeoneForm) -> str:
        count_post(self.request.META["REMOTE_ADDR"], self.team)
        referral = receive_referral(self.actor, channel=Channel.PROFESSIONAL_FORM, **form.facts())
        return reverse("public_site:sent", args=[share_progress(self.actor, referral=referral)])
