"""Inviting members of staff, giving them roles, and letting them go. Each deed counts at once."""

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import transaction

from linkworks.foundation.accounts.actions.sessions import end_all
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.accounts.policies import may_invite, may_manage
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, Refused


def invite(actor: Actor, *, name: str, email: str, role: Role) -> Membership:
    """Somebody who left, this team or another, comes back as who they were; they choose a password afresh."""
    if not may_invite(actor, role):
        raise NotAllowed
    with transaction.atomic():
        user = _user_to_invite(name, email.lower())
        membership = Membership.objects.create(user=user, team_id=actor.own_team, role=role)
        record(actor, "staff.invited", subject=membership, role=role)
    return membership


def change_role(actor: Actor, *, membership: Membership, role: Role, expected_version: int | None = None) -> None:
    _require(actor, membership)
    former = membership.role
    with transaction.atomic():
        membership.change(expected_version=expected_version, role=role)
        record(actor, "staff.role_changed", subject=membership, former=former, role=role)


def end_membership(actor: Actor, *, membership: Membership) -> None:
    """From this moment on they see nothing. What they did stays theirs in every record."""
    _require(actor, membership)
    with transaction.atomic():
        membership.change(ended_at=clock.now())
        _forget_secrets(membership.user)
        record(actor, "staff.membership_ended", subject=membership)


def reset_second_factor(actor: Actor, *, membership: Membership) -> None:
    """For a lost telephone. They are signed out, and set up a new second step when they sign in next."""
    _require(actor, membership)
    with transaction.atomic():
        _forget_factors(membership.user)
        record(actor, "staff.second_factor_reset", subject=membership)


def note_link_made(actor: Actor, *, membership: Membership) -> None:
    """A link to choose a password is about to be shown to this administrator."""
    _require(actor, membership)
    record(actor, "staff.link_made", subject=membership)


def _require(actor: Actor, membership: Membership) -> None:
    if not may_manage(actor, membership):
        raise NotAllowed
    if membership.user_id == actor.user_id:
        raise Refused("This is your own account. Ask another administrator.")


def _user_to_invite(name: str, email: str) -> User:
    user = User.objects.filter(email=email).first() or User(email=email)
    if user.current_membership is not None:
        raise Refused("Somebody with this email address is a member of a team already", "email")
    user.name = name
    user.set_unusable_password()
    try:
        user.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from None
    user.save()
    return user


def _forget_secrets(user: User) -> None:
    user.set_unusable_password()
    user.save(update_fields=["password"])
    _forget_factors(user)


def _forget_factors(user: User) -> None:
    Authenticator.objects.filter(user=user).delete()
    end_all(user)
