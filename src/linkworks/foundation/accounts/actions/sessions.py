"""Ending sessions, and forgetting those that are over."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from linkworks.foundation.accounts.models import User
from linkworks.foundation.core import clock


def end_all(user: User) -> None:
    """The user is signed out everywhere, at once."""
    for session in UserSession.objects.filter(user=user):
        session.end()


def forget_expired() -> None:
    Session.objects.filter(expire_date__lt=clock.now()).delete()
    alive = Session.objects.values("session_key")
    UserSession.objects.exclude(session_key__in=alive).delete()
