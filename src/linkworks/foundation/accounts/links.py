"""The one-time link with which somebody chooses a password: invited, or having forgotten it."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from linkworks.foundation.accounts.models import User


def new_password_link(user: User) -> str:
    """The path of a fresh link. It works once, for three days, until the password is chosen or somebody signs in."""
    return choose_password_path(user_pk_to_url_str(user), default_token_generator.make_token(user))


def choose_password_path(user_part: str, token: str) -> str:
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_part, "key": token})
