"""Who a session belongs to, and their place in a team, by one prepared statement: every request asks."""

from uuid import UUID

from allauth.account import auth_backends

from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.core.question import Question
from linkworks.foundation.core.uuids import read_uuid

_OF_USER = Question(
    lambda user: Membership.objects.select_related("user", "team").filter(user_id=user, ended_at__isnull=True),
    user=UUID,
)


class AuthenticationBackend(auth_backends.AuthenticationBackend):  # type: ignore[misc]
    def get_user(self, user_id: object) -> User | None:
        """A user without a place in a team is looked up by Django's own way."""
        known = read_uuid(str(user_id))
        membership = _OF_USER.first(user=known) if known else None
        if membership is None:
            return super().get_user(user_id)  # type: ignore[no-any-return]
        user = membership.user
        user.current_membership = membership
        return user if self.user_can_authenticate(user) else None
