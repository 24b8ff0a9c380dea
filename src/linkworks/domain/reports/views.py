from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from linkworks.domain.reports.presenters import FiguresPage
from linkworks.domain.reports.selectors import figures
from linkworks.foundation.core import clock
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render

PERIODS = {"month": timedelta(days=30), "quarter": timedelta(days=91), "year": timedelta(days=365)}


@page("reports.figures", states=("empty", "filled"))
def team_figures(request: HttpRequest) -> HttpResponse:
    """Numbers only, for those who pay and lead. No look is logged, because nobody is shown."""
    until = clock.today()
    chosen = request.GET.get("period", "year")
    since = until - PERIODS.get(chosen, PERIODS["year"])
    found = figures(request.actor, since=since, until=until)  # type: ignore[attr-defined]
    return render(request, "reports/figures.jinja", FiguresPage.of(found), chosen=chosen)
