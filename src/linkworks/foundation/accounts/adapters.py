"""What the sign-in library asks of us, and the sentences it says in our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpRequest, HttpResponse

from linkworks.foundation.accounts import session_clock
from linkworks.foundation.accounts.actions import sign_in
from linkworks.foundation.accounts.links import choose_password_link, lead_to_held_posts
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core import clock, demonstration
from linkworks.foundation.core.sealing import seal, unseal

SECOND_FACTORS = "second factors"
WRONG_CODE = "That code is not right. Enter the newest code from your app, or a recovery code you have not used before"

WAYS_TO_CONFIRM = {
    "reauthenticate": "Enter your password",
    "mfa_reauthenticate": "Enter a code from your app, or a recovery code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Check your email address and your password: one of them is not right",
        "enter_current_password": "That is not your current password",
        "incorrect_password": "That is not your password",
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": "There were too many wrong codes. Wait 5 minutes, then try again",
        "rate_limited": "There were too many wrong codes. Wait 5 minutes, then try again",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: an administrator invites."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Passwords are throttled by axes."""

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        sign_in.note_failure("password")

    def reauthenticate(self, user: User, password: str) -> bool:
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **rest: Any) -> bool:
        """Somebody who signed in a moment ago need not type the password again."""
        fresh = session_clock.began_within(
            context.request.session, clock.now(), settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        )
        return not fresh and super().is_reauthentication_required(app=app, **rest)

    def pre_login(self, request: HttpRequest, user: User, **rest: Any) -> HttpResponse | None:
        """A ready-made sign-in, whose password everybody knows, opens no real database."""
        is_out_of_place = user.is_demonstration and not demonstration.is_marked(connection)
        if user.is_active and (user.current_membership is None or is_out_of_place):
            clear_login(request)
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **rest)

    def post_login(self, request: HttpRequest, user: User, **rest: Any) -> HttpResponse:
        """Whoever sent something after the session had ended sees that first."""
        response = super().post_login(request, user, **rest)
        return lead_to_held_posts(user, then=response["Location"]) or response

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        session_clock.start(request.session, clock.now())
        sign_in.note(user, "sign_in.succeeded")

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": WAYS_TO_CONFIRM[method["id"]]} for method in methods]

    def get_reset_password_from_key_url(self, key: str) -> str:
        user_part, token = key.split("-", 1)
        return choose_password_link(user_part, token)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": "This is your only second step. Add another one before you remove it",
    }

    def encrypt(self, text: str) -> str:
        return seal(text, SECOND_FACTORS)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, SECOND_FACTORS)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The last second factor stays: without one nobody gets in."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        known = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return "Passkey" if known == 0 else f"Passkey {known + 1}"
