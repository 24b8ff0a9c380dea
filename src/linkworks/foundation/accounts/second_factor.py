"""Has this session shown a second factor? Noted in the session when it does, and when it sets one up."""

from typing import Any

from allauth.mfa import signals
from django.contrib.sessions.backends.base import SessionBase
from django.db import connection
from django.http import HttpRequest

from linkworks.foundation.accounts.models import User
from linkworks.foundation.core import demonstration

SHOWN_BY = "second_factor_shown_by"


def has_shown(session: SessionBase, user: User) -> bool:
    """Ready-made sign-ins need none, and come in only where all the data is invented."""
    if session.get(SHOWN_BY) == str(user.pk):
        return True
    if user.is_demonstration and demonstration.is_marked(connection):
        note_shown(session, user)
        return True
    return False


def note_shown(session: SessionBase, user: User) -> None:
    session[SHOWN_BY] = str(user.pk)


def watch() -> None:
    """The sign-in library tells by a signal only that a factor was used."""
    signals.authenticator_used.connect(_was_used, dispatch_uid="accounts.factor_used")


def _was_used(request: HttpRequest, user: User, **_rest: Any) -> None:
    note_shown(request.session, user)
