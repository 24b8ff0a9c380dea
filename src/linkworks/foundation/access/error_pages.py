"""The pages that say no. "Not yours" and "not there" are one page."""

from urllib.parse import urlencode, urlsplit, urlunsplit
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from linkworks.foundation.accounts.links import held_posts_page


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "access/not_found.jinja", status=404)


def nothing_to_show(request: HttpRequest, refusal: HttpResponse) -> HttpResponse:
    """For the address of a button, opened as if it were a page; `refusal` says what the address does take."""
    response = render(request, "access/nothing_to_show.jinja", status=refusal.status_code)
    response["Allow"] = refusal["Allow"]
    return response


def ask_for_reason(request: HttpRequest, person_id: UUID, *, text_is_kept: bool) -> HttpResponse:
    """Off to the page that asks why, and back here afterwards; with kept text, by way of it."""
    here = request.get_full_path() if request.method == "GET" or text_is_kept else _page_before(request)
    back = urlencode({"next": held_posts_page(here) if text_is_kept else here})
    return redirect(f"{reverse(settings.RECORD_OPENING_URL, args=[person_id])}?{back}")


def _page_before(request: HttpRequest) -> str:
    """Where a deed of one press was pressed: the address of the deed itself shows nothing."""
    before = urlsplit(request.headers.get("Referer", ""))
    return urlunsplit(("", "", before.path, before.query, "")) if before.netloc == request.get_host() else "/"


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "access/not_allowed.jinja", status=403)
