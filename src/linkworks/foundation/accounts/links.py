"""Where staff are sent: to choose a password with a one-time link, and to what was kept of what they typed."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.selectors import list_held_posts


def new_password_link(user: User) -> str:
    """The whole address of a fresh link. It works for three days, until a password is chosen or the user signs in."""
    return choose_password_link(user_pk_to_url_str(user), default_token_generator.make_token(user))


def choose_password_link(user_part: str, token: str) -> str:
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_part, "key": token})
    return f"{settings.PUBLIC_ADDRESS}{path}"


def held_posts_page(then: str) -> str:
    """The address of the page of what was kept, from which the way goes on to `then`."""
    return f"{reverse('staff:held_posts')}?{urlencode({'next': then})}"


def lead_to_held_posts(user: User, then: str) -> HttpResponse | None:
    """To the page of what was kept, if there is any."""
    if not list_held_posts(user.pk).exists():
        return None
    return HttpResponseRedirect(held_posts_page(then))
