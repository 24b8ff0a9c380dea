"""Searches that stand in the address: what is looked for there is never about a person."""

from django.http import HttpRequest

LONGEST = 100


def asked_words(request: HttpRequest) -> str:
    """The words of `?q=`, on one line and no longer than anybody types."""
    return " ".join(request.GET.get("q", "").split())[:LONGEST]
