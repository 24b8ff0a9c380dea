from django.http import HttpRequest, HttpResponse

from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.interfaces.public_site.presenters.public_page import PublicPage
from linkworks.interfaces.public_site.views.doors import for_team


@page("public_site.home", title="What social prescribing is")
@for_team
def about(request: HttpRequest, actor: Actor, team: Team) -> HttpResponse:
    shown = PublicPage.of(team, "Someone to listen, and help with what matters to you")
    return render(request, "public_site/about.jinja", shown)
