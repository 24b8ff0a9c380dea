"""Questions about staff. Names of colleagues are known to every member of their team."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Draft, HeldPost, Membership, Team, User
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


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
    colleague = list_colleagues(actor).filter(pk=user_id).first()  # type: ignore[misc]  # None is nobody
    if colleague is None:
        raise NotFound
    return colleague


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
