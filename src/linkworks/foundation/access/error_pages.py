"""The pages that say no. "Not yours" and "not there" are one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "access/not_found.jinja", status=404)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "access/not_allowed.jinja", status=403)
