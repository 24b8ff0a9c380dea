from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator

from linkworks.foundation.core import clock
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, TitledPage, render
from linkworks.foundation.design.parts import SessionClock

from .examples import GalleryPage
from .forms import EveryFieldForm


@page("gallery.components", title="Component gallery")
@login_not_required
def components(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/components.jinja", GalleryPage())


@page("gallery.locking", title="A page about to lock")
@login_not_required
def locking(request: Any) -> HttpResponse:
    request.session_clock = SessionClock(seconds=121, keep_alive=reverse("gallery:draft"))
    return render(request, "gallery/locking.jinja", TitledPage("A page about to lock"))


@page("gallery.ending", title="A page of a session about to end")
@login_not_required
def ending(request: Any) -> HttpResponse:
    in_a_second = SessionClock.WARN_OF_END + 1
    ends_at = clock.now() + timedelta(seconds=in_a_second)
    address = reverse("gallery:draft")
    request.session_clock = SessionClock(900, address, ends_at=ends_at, seconds_to_end=in_a_second)
    return render(request, "gallery/locking.jinja", TitledPage("A page of a session about to end"))


@page("gallery.public", title="Ask for a link worker")
@login_not_required
def public(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/public.jinja", TitledPage("Ask for a link worker"))


@page("gallery.done", title="Referral sent")
@login_not_required
def done(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/done.jinja", TitledPage("Referral sent"), layout="layouts/public.jinja")


@page("gallery.fields", states=("empty", "error"), title="Every form field")
@method_decorator(login_not_required, name="dispatch")
class EveryField(FormPage):
    form_class = EveryFieldForm
    title = "Every form field"

    def get_drafts(self, form: Form) -> str:
        return reverse("gallery:draft")

    def save(self, form: Any) -> str:
        messages.success(self.request, "Everything was in order. Nothing was kept.")
        return reverse("gallery:fields")


@no_page
@login_not_required
def draft(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204)
