"""The referrer reads our question and answers it, without signing in."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from linkworks.domain.referrals.actions.triage import ANSWER, answer_referral
from linkworks.domain.referrals.choices import ReferralStatus
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.selectors.referrals import get_question, get_referral
from linkworks.foundation.access.links import open_link
from linkworks.foundation.access.models import SignedLink
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.accounts.selectors import get_team
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.names import initials
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.interfaces.public_site.forms.answer import AnswerForm
from linkworks.interfaces.public_site.presenters.answer import AnswerPage
from linkworks.interfaces.public_site.presenters.public_page import PublicPage
from linkworks.interfaces.public_site.views.doors import PublicFormPage


@page("public_site.answer", states=("empty", "error", "done"), title="Answer our question about a referral")
class Answer(PublicFormPage):
    form_class = AnswerForm
    title = "Answer our question about a referral"
    button = "Send the answer"
    template_name = "public_site/answer.jinja"

    link: SignedLink
    referral: Referral

    def find_team(self) -> Team:
        self.link = open_link(self.kwargs["token"], ANSWER)
        return get_team(self.link.team_id)

    @property
    def actor(self) -> Actor:
        return Actor.system("referrer’s link", self.team.pk)

    def prepare(self) -> None:
        self.referral = get_referral(self.actor, self.link.object_id)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.prepare()
        if self.referral.status == ReferralStatus.RETURNED:
            return super().get(request, *args, **kwargs)
        thanks = PublicPage.of(self.team, "Thank you, we are not waiting for an answer")
        return render(request, "public_site/answered.jinja", thanks)

    def get_page(self) -> AnswerPage:
        return AnswerPage.of(
            self.team,
            self.get_title(),
            reference=self.referral.reference,
            initials=initials(self.referral.given_name, self.referral.family_name),
            question=get_question(self.actor, self.referral),
        )

    def save(self, form: AnswerForm) -> str:
        answer_referral(self.actor, referral=self.referral, words=form.cleaned_data["words"])
        return self.request.path
