from typing import Any
from uuid import uuid4

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.selectors.person import list_practices
from linkworks.domain.people.wordings import asked
from linkworks.domain.referrals.actions.progress import share_progress
from linkworks.domain.referrals.actions.receive import ReferralConsent, receive_referral
from linkworks.domain.referrals.choices import Channel, ReferralReason, ReferralSource
from linkworks.domain.referrals.questions import details_from
from linkworks.foundation.design.fields import YES
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import HAS_ERRORS, Notice, render
from linkworks.interfaces.public_site.forms.yourself import QUESTIONS, Question, SendForm, question_named
from linkworks.interfaces.public_site.journey import Journey
from linkworks.interfaces.public_site.limiter import count_post
from linkworks.interfaces.public_site.presenters.yourself import CheckPage, QuestionPage, what_was_said
from linkworks.interfaces.public_site.views.doors import PublicFormPage

BEGIN_AGAIN = Notice(
    "Please begin again", ("This page was open for more than a day. To keep you safe, nothing was kept.",)
)


@page("public_site.refer_yourself", states=("question", "error", "check"), title="Ask for support for yourself")
class ReferYourself(PublicFormPage):
    """One question a page. Each page carries what was answered before, so that nothing half-made is kept here."""

    title = "Check your answers before you send them"
    button = "Send"
    template_name = "public_site/check.jinja"
    journey: Journey

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self._begin()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            self.journey = Journey.opened(list_practices(self.actor), request.POST.get("_sealed", ""))
        except BadSignature:
            return self._begin(BEGIN_AGAIN)
        if "_send" in request.POST:
            return super().post(request, *args, **kwargs)
        if "_change" in request.POST:
            return self._ask(question_named(request.POST["_change"]), returning=True)
        return self._take_answer(question_named(request.POST.get("_question", "")))

    def _take_answer(self, question: type[Question]) -> HttpResponse:
        posted = self.request.POST
        returning = "_returning" in posted
        self.journey.keep(question, posted)
        if "_back" in posted:
            return self._check() if returning else self._ask(_neighbour(question, -1) or QUESTIONS[0])
        form = self.journey.filled(question, posted)
        if not form.is_valid():
            return self._show_question(form, returning=returning, status=HAS_ERRORS)
        following = None if returning else _neighbour(question, 1)
        return self._ask(following) if following else self._check()

    def _begin(self, notice: Notice | None = None) -> HttpResponse:
        self.journey = Journey(list_practices(self.actor))
        return self._show_question(self.journey.form(QUESTIONS[0]), notice=notice)

    def _ask(self, question: type[Question], *, returning: bool = False) -> HttpResponse:
        form = self.journey.form(question)
        form.without_errors()
        return self._show_question(form, returning=returning)

    def _check(self) -> HttpResponse:
        unanswered = self.journey.first_unanswered()
        return self._ask(unanswered) if unanswered else self._show(self.get_form(), uuid4())

    def _show_question(
        self, form: Question, *, returning: bool = False, notice: Notice | None = None, status: int = 200
    ) -> HttpResponse:
        shown = QuestionPage.of(
            self.team,
            form.title,
            why=form.why,
            question=form.name,
            number=QUESTIONS.index(type(form)) + 1,
            how_many=len(QUESTIONS),
            sealed=self.journey.sealed(),
            returning=returning,
        )
        context = {"form": form, "notice": notice, "layout": self.layout}
        return render(self.request, "public_site/question.jinja", shown, status=status, **context)

    def get_form(self, **bound: Any) -> SendForm:
        return SendForm(unanswered=self.journey.first_unanswered(), **bound)

    def get_page(self) -> CheckPage:
        said, sealed = what_was_said(self.journey), self.journey.sealed()
        return CheckPage.of(self.team, self.get_title(), said=said, sealed=sealed)

    def save(self, form: SendForm) -> str:
        count_post(self.request.META["REMOTE_ADDR"], self.team)
        answers = self.journey.answers()
        referral = receive_referral(
            self.actor,
            channel=Channel.SELF_FORM,
            source=ReferralSource.SELF,
            details=details_from(answers, self.journey.practice()),
            reasons=[ReferralReason(reason) for reason in answers["reasons"]],
            reason_words=answers["reason_words"],
            consent=_consent(answers),
        )
        return reverse("public_site:sent", args=[share_progress(self.actor, referral=referral)])


def _neighbour(question: type[Question], step: int) -> type[Question] | None:
    position = QUESTIONS.index(question) + step
    return QUESTIONS[position] if 0 <= position < len(QUESTIONS) else None


def _consent(answers: dict[str, Any]) -> ReferralConsent:
    return ReferralConsent(
        consent_given=answers["consent_given"] == YES,
        consent_wording=asked(ConsentKind.SUPPORT),
        may_tell_practice=answers["may_tell_practice"] == YES,
        tell_practice_wording=asked(ConsentKind.SHARE_PRACTICE),
    )
