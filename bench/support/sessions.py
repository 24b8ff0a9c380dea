from django.conf import settings
from django.test import Client

from linkworks.foundation.accounts import second_factor
from linkworks.foundation.accounts.models import User


def session_of(user: User) -> str:
    """The key of a session that has passed both factors."""
    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    session = client.session
    second_factor.note_shown(session, user)
    session.save()
    return str(session.session_key)
