"""Practising a call. What was answered travels with the page, signed: no row is written, not even a look."""

from django.http import HttpRequest, HttpResponse

from linkworks.domain.outreach.choices import Follows
from linkworks.domain.outreach.next_step import Outcome
from linkworks.domain.outreach.presenters.rehearsal import RehearsalPage, RehearsalsPage, RehearsedPage
from linkworks.domain.outreach.rehearsal.feedback import feedback, names_of
from linkworks.domain.outreach.rehearsal.residents import residents
from linkworks.domain.outreach.rehearsal.talk import Talk
from linkworks.domain.outreach.selectors.callers import has_read
from linkworks.domain.outreach.selectors.stage import Stage, find_stage
from linkworks.foundation.accounts.selectors import team_of
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import HAS_ERRORS, render


@page("outreach.rehearsals", states=("empty", "filled"), title="Practise a call")
def rehearsals(request: HttpRequest) -> HttpResponse:
    stage = find_stage(request.actor)  # type: ignore[attr-defined]
    return render(request, "outreach/rehearsals.jinja", RehearsalsPage.of(stage, residents().values()))


@page("outreach.rehearse", states=("filled", "under_way", "changing", "over"), title="Practice")
def rehearse(request: HttpRequest, resident: str) -> HttpResponse:
    stage = find_stage(request.actor)  # type: ignore[attr-defined]
    if stage is None or resident not in residents():
        raise NotFound
    sent = request.POST or request.GET
    talk = Talk.read(residents()[resident], sent.get("talk", ""))
    if code := request.POST.get("outcome"):
        return _over(request, stage, talk, code)
    try:
        return _under_way(request, stage, _answered(request, stage, talk))
    except Refused as no:
        return _under_way(request, stage, talk, trouble=no.message)


def _answered(request: HttpRequest, stage: Stage, talk: Talk) -> Talk:
    step = request.GET.get("step", "")
    return talk.answered(stage.script, step, request.GET.getlist("answer")) if step else talk


def _under_way(request: HttpRequest, stage: Stage, talk: Talk, trouble: str = "") -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    asked = {"module": request.GET.get("module", ""), "change": request.GET.get("step" if trouble else "change", "")}
    shown = RehearsalPage.of(actor, stage, talk, team=team_of(actor).name, trouble=trouble, **asked)
    return render(request, "outreach/rehearse.jinja", shown, status=HAS_ERRORS if trouble else 200)


def _over(request: HttpRequest, stage: Stage, talk: Talk, code: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    outcome = next((one for one in stage.outcomes if one.code == code), None)
    if outcome is None:
        raise NotFound
    chosen = names_of(code, Outcome(Follows(outcome.follows), outcome.ending))
    told = feedback(talk, stage.script, chosen, request.POST.get("note", ""))
    shown = RehearsedPage.of(talk, told, is_new=not has_read(actor))
    return render(request, "outreach/rehearsed.jinja", shown)
