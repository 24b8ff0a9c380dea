"""How strangers come in: by a team's address or by a signed link, and always on behalf of that one team."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.decorators import method_decorator

from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.selectors.referrals import get_referral
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.links import open_link
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.accounts.selectors import get_team_by_slug
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.pages import FormPage
from linkworks.interfaces.public_site.presenters.public_page import PublicPage

PageOfTeam = Callable[[HttpRequest, Actor, Team], HttpResponse]
PageOfReferral = Callable[[HttpRequest, Actor, Referral], HttpResponse]


def public_actor(team: Team) -> Actor:
    return Actor.system("public form", team.pk)


def for_team(view: PageOfTeam) -> Callable[..., HttpResponse]:
    """A page of the team whose slug is in the address."""

    @login_not_required
    @wraps(view)
    def opened(request: HttpRequest, slug: str) -> HttpResponse:
        team = get_team_by_slug(slug)
        actor = public_actor(team)
        with acting(actor):
            return view(request, actor, team)

    return opened


def by_link(purpose: str) -> Callable[[PageOfReferral], Callable[..., HttpResponse]]:
    """A page about the one referral that the secret in the address opens."""

    def door(view: PageOfReferral) -> Callable[..., HttpResponse]:
        @login_not_required
        @wraps(view)
        def opened(request: HttpRequest, token: str) -> HttpResponse:
            link = open_link(token, purpose)
            actor = Actor.system("referral link", link.team_id)
            with acting(actor):
                return view(request, actor, get_referral(actor, link.object_id))

        return opened

    return door


@method_decorator(login_not_required, name="dispatch")
class PublicFormPage(FormPage):
    """A form for the public. Give `find_team`; whoever is signed in here, it acts for the team of the address."""

    layout = "public_site/layout.jinja"

    team: Team

    def find_team(self) -> Team:
        return get_team_by_slug(self.kwargs["slug"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.team = self.find_team()
        with acting(self.actor):
            response = super().dispatch(request, *args, **kwargs)
        # What was typed is nobody else's, and yet the browser's Back must find it.
        response["Cache-Control"] = "private"
        return response

    @property
    def actor(self) -> Actor:
        return public_actor(self.team)

    def get_page(self) -> PublicPage:
        return PublicPage.of(self.team, self.get_title())
