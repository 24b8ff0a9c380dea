from django.http import HttpRequest, HttpResponse

from linkworks.domain.referrals.actions.progress import PROGRESS
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.interfaces.public_site.presenters.sent import SentPage
from linkworks.interfaces.public_site.views.doors import by_link


@page("public_site.sent", states=("for_somebody", "for_oneself"), title="Thank you. We have your referral")
@by_link(PROGRESS)
def sent(request: HttpRequest, actor: Actor, referral: Referral) -> HttpResponse:
    shown = SentPage.about(referral, request.path.removesuffix("/sent"))
    return render(request, "public_site/sent.jinja", shown, layout="public_site/layout.jinja")
