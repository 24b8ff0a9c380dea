"""The person on the line: what is said, what they say, how it went."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.answers import save_answer
from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import give_back, keep_call
from linkworks.domain.outreach.actions.reveal import stop_unless_may_ring
from linkworks.domain.outreach.actions.taking import take_next_at_home
from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.forms.call import CallForm
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.presenters.call import CallPage
from linkworks.domain.outreach.selectors.holds import held_by
from linkworks.domain.outreach.selectors.line import Line, get_line
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.selectors import team_of
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.core.uuids import read_uuid
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage
from linkworks.foundation.design.unsaved import Unsaved

LATE = (
    "This call was no longer yours: it had been saved before, or had gone back to the queue. "
    "Your note is kept for whoever rings next."
)
OVER = "That call is over: it was saved in another tab, or has gone back to the queue. This answer is not kept."
LANGUAGE = "language_of_the_call"
STOPPED = "We have just learnt that they are not to be rung. You have done nothing wrong: ring the next person."
NOBODY_ELSE = "Saved. Nobody else can be talked to at this number just now."
GIVEN_BACK = "They keep their place, and somebody else can ring them."
STILL_DONE = "They are done, as before they rang. What they said in this call is not written down."


class CallGone(Exception):
    """The call that the form is about is no longer the caller's."""


@page("outreach.line", states=("filled", "error"), title="On a call")
class OnTheLine(FormPage):
    """The buttons of the form are the outcomes."""

    form_class = CallForm
    template_name = "outreach/line.jinja"

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        require(may_ring, self.actor)
        if stop_unless_may_ring(self.actor):
            messages.warning(request, STOPPED)
        return super().get(request) if self.line else redirect("outreach:calls")

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Nobody is asked to mend a form about a call that is no longer theirs."""
        require(may_ring, self.actor)
        try:
            return super().post(request)
        except CallGone:
            return self._save_late(request)

    @cached_property
    def line(self) -> Line | None:
        """Only a page that is shown needs to know who is on the line: a save shows its token."""
        return get_line(self.actor)

    def _show_draft(self, unsaved: Unsaved) -> HttpResponse:
        """What was typed in another call is no draft of this one."""
        is_of_this = self.line is not None and unsaved.answers.get("token") == str(self.line.held.token)
        return super()._show_draft(unsaved) if is_of_this else self._show(self.get_form(), uuid4())

    def get_title(self) -> str:
        return "On a call"

    def get_page(self) -> CallPage:
        line = self.line
        if line is None or self.request.POST.get("token", str(line.held.token)) != str(line.held.token):
            raise CallGone
        record_look(self.actor, "outreach.line", [line.held.person_id], reason="on the line")
        language = _chosen_language(self.request, line.held.token)
        asked = {name: self.request.GET.get(name, "") for name in ("module", "change")}
        return CallPage.of(self.actor, line, team=team_of(self.actor).name, language=language, **asked)

    def get_form(self, **bound: Any) -> CallForm:
        """Only a form that asks whether something came says so, and only then is looked up what."""
        asks = self.request.method != "POST" or "asks" in self.request.POST
        to_confirm = self.line.to_confirm if asks and self.line else ()
        return CallForm(initial=self.get_initial(), to_confirm=to_confirm, **bound)

    def save(self, form: CallForm) -> HttpResponse:
        given = form.cleaned_data
        call = Call(given["outcome"], given["note"], given["ring_at"], form.came, given["language"])
        return self._save(call, goes_on_at_home=bool(given["at_home"]))

    def _save_late(self, request: HttpRequest) -> HttpResponse:
        """Whatever was typed is kept, as it was typed."""
        outcome, note, language = (request.POST.get(name, "") for name in ("outcome", "note", "language"))
        return self._save(Call(outcome, note, language=language))

    def _save(self, call: Call, *, goes_on_at_home: bool = False) -> HttpResponse:
        contact_id, token = (read_uuid(self.request.POST.get(name, "")) for name in ("contact", "token"))
        if contact_id is None or token is None:
            raise NotFound
        saved = save_call(self.actor, contact_id=contact_id, token=token, call=call)
        if saved.is_late:
            messages.warning(self.request, LATE)
            return redirect("outreach:calls")
        if goes_on_at_home:
            return redirect(self._go_on_at_home(contact_id, token))
        # After a hard call nobody is sent on to the next.
        return redirect(f"{reverse('outreach:pause' if saved.needs_a_minute else 'outreach:calls')}?saved")

    def _go_on_at_home(self, contact_id: UUID, token: UUID) -> str:
        """In the same transaction, so that the number is never out of the caller's hands."""
        if take_next_at_home(self.actor, contact_id=contact_id, token=token):
            return reverse("outreach:line")
        messages.warning(self.request, NOBODY_ELSE)
        return reverse("outreach:calls")


@no_page
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    actor, step = _caller(request), request.POST.get("step", "")
    held = held_by(actor)
    if held is None:
        messages.warning(request, OVER)
        return redirect("outreach:calls")
    given, typed = request.POST.getlist("answer"), request.POST.get("words", "")
    token = read_uuid(request.POST.get("token", "")) or held.token  # an answer that waited may be to an earlier call
    try:
        fell_away = save_answer(actor, token=token, step=step, given=given, words=typed)
    except Refused as no:
        messages.warning(request, no.message)
        return redirect(f"{reverse('outreach:line')}?{urlencode({'change': step})}#script")
    if fell_away:
        messages.warning(request, _fallen_away(fell_away))
    return redirect(f"{reverse('outreach:line')}#script")


def _fallen_away(number: int) -> str:
    counted = words.count(number, "other answer counts", "other answers count")
    return f"{counted} no more: the call goes another way now."


@no_page
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """From now on this call is in that language. Another call begins with the person's own."""
    held = held_by(_caller(request))
    if held is None:
        return redirect("outreach:calls")
    request.session[LANGUAGE] = [str(held.token), request.POST.get("language", "")]
    return redirect(f"{reverse('outreach:line')}#script")


def _chosen_language(request: HttpRequest, token: UUID) -> str | None:
    of_call, tag = request.session.get(LANGUAGE, ("", ""))
    return tag if of_call == str(token) else None


@no_page
@require_POST
def keep(request: HttpRequest) -> JsonResponse:
    """A sign that the screen is open: until when the call is kept, or nothing where it is no longer theirs."""
    actor = _caller(request)
    held = held_by(actor)
    until = keep_call(actor, token=held.token) if held else None
    return JsonResponse({"until": until.isoformat() if until else None})


@no_page
@require_POST
def give_it_back(request: HttpRequest) -> HttpResponse:
    actor = _caller(request)
    if held := held_by(actor):
        left = give_back(actor, token=held.token)
        messages.success(request, STILL_DONE if left == QueueState.ENDED else GIVEN_BACK)
    return redirect("outreach:calls")


def _caller(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    require(may_ring, actor)
    return actor
