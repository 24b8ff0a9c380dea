"""The pages that say no. "Not yours" and "not there" are one page."""

from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "access/not_found.jinja", status=404)


def ask_for_reason(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Off to the page that asks why, and back here afterwards."""
    back = urlencode({"next": request.path})
    return redirect(f"{reverse(settings.RECORD_OPENING_URL, args=[person_id])}?{back}")


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "access/not_allowed.jinja", status=403)
