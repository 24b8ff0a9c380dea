from django.http import HttpRequest, HttpResponse

from linkworks.domain.referrals.actions.progress import PROGRESS
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.selectors.referrals import list_steps
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.interfaces.public_site.presenters.progress import ProgressPage
from linkworks.interfaces.public_site.views.doors import by_link


@page("public_site.progress", states=("received", "accepted", "closed"), title="How a referral is going")
@by_link(PROGRESS)
def progress(request: HttpRequest, actor: Actor, referral: Referral) -> HttpResponse:
    shown = ProgressPage.about(referral, list_steps(actor, referral))
    return render(request, "public_site/progress.jinja", shown)
