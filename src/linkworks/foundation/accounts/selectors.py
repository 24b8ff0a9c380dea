"""Questions about staff. Names of colleagues are known to every member of their team."""

from collections.abc import Iterable
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Draft, HeldPost, Membership, Team, User
from linkworks.foundation.accounts.policies import may_manage_staff
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, NotFound


def team_of(actor: Actor) -> Team:
    return get_team(actor.team_id)


def get_team(team_id: UUID | None) -> Team:
    team = Team.objects.filter(pk=team_id).first()  # type: ignore[misc]
    if team is None:
        raise NotFound
    return team


def get_team_by_slug(slug: str) -> Team:
    """The team of a public address."""
    team = Team.objects.filter(slug=slug).first()
    if team is None:
        raise NotFound
    return team


def list_colleagues(actor: Actor, *roles: Role) -> QuerySet[User]:
    """Current members of the actor's team, by name; with roles named, only those."""
    members = Membership.objects.filter(team_id=actor.team_id, ended_at__isnull=True)  # type: ignore[misc]
    if roles:
        members = members.filter(role__in=roles)
    return User.objects.filter(pk__in=members.values("user_id"), is_active=True).order_by("name")


def names_of_staff(actor: Actor, user_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names of present and former members of the actor's team, by user."""
    members = Membership.objects.filter(team_id=actor.own_team, user_id__in=list(user_ids))
    return dict(members.values_list("user_id", "user__name"))


def get_colleague(actor: Actor, user_id: UUID | None) -> User:
    colleague = list_colleagues(actor).filter(pk=user_id).first() if user_id else None
    if colleague is None:
        raise NotFound
    return colleague


def list_members(actor: Actor) -> QuerySet[Membership]:
    """Who is in the actor's team now, by name, for whoever may manage staff."""
    if not may_manage_staff(actor):
        raise NotAllowed
    members = Membership.objects.filter(team_id=actor.own_team, ended_at__isnull=True)
    return members.select_related("user").order_by("user__name")


def get_member(actor: Actor, membership_id: UUID) -> Membership:
    member = list_members(actor).filter(pk=membership_id).first()
    if member is None:
        raise NotFound
    return member


def users_with_second_factor(user_ids: Iterable[UUID]) -> set[UUID]:
    factors = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES)
    return set(factors.filter(user_id__in=list(user_ids)).values_list("user_id", flat=True))


def list_held_posts(user_id: UUID) -> QuerySet[HeldPost]:
    """What this user sent after a lock and has not dealt with, newest first."""
    return HeldPost.objects.filter(user_id=user_id).order_by("-created_at")


def get_held_post(user_id: UUID, held_id: UUID) -> HeldPost:
    held = list_held_posts(user_id).filter(pk=held_id).first()
    if held is None:
        raise NotFound
    return held


def find_draft(user_id: UUID, path: str) -> Draft | None:
    return Draft.objects.filter(user_id=user_id, path=path).first()
