"""Deeds of one press: done, or the rule's sentence said on the page one comes back to."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest

from linkworks.foundation.core.errors import Conflict, Refused


def do(request: HttpRequest, deed: Callable[[], object], said: str) -> None:
    """Do it and say so; what a rule refuses, or somebody else was quicker at, is said instead."""
    try:
        with transaction.atomic():
            deed()
    except (Refused, Conflict) as no:
        messages.warning(request, no.message)
    else:
        messages.success(request, said)
