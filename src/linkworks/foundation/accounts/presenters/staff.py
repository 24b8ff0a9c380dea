"""Members of the team, as the administrator sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, SummaryRow, Tag, When

HEADS = ("Name", "Email address", "Role", "Second step", "Last signed in")
NOT_YET = "Not yet"


@dataclass(frozen=True)
class MembersPage:
    rows: tuple[tuple[Any, ...], ...]
    heads: tuple[str, ...] = HEADS
    title: str = "Staff"

    @classmethod
    def of(cls, members: Iterable[Membership], with_second_step: set[UUID]) -> "MembersPage":
        return cls(tuple(_row(member, member.user_id in with_second_step) for member in members))


@dataclass(frozen=True)
class MemberPage:
    title: str
    facts: tuple[SummaryRow, ...]
    deeds: tuple[Link, ...]
    membership_id: UUID

    @classmethod
    def of(cls, actor: Actor, member: Membership, *, has_second_step: bool) -> "MemberPage":
        user, is_self = member.user, member.user_id == actor.user_id
        facts = (
            SummaryRow("Email address", user.email),
            SummaryRow(
                "Role", Role(member.role).label, None if is_self else _link("Change", "role", member, "the role")
            ),
            SummaryRow("Second step", _second_step(has_second_step)),
            SummaryRow("Last signed in", _last_signed_in(member)),
            SummaryRow("Member since", When(member.created_at.date())),
        )
        return cls(user.name, facts, () if is_self else _deeds(member, has_second_step), member.pk)


@dataclass(frozen=True)
class StaffFormPage:
    """`leads_to_staff` is false for whoever invites callers and looks after nobody else."""

    title: str
    introduction: str = ""
    leads_to_staff: bool = True


@dataclass(frozen=True)
class LinkPage:
    """The link that an administrator hands over, for the one time that it is shown."""

    title: str
    name: str
    email: str
    link: str
    was_sent: bool
    leads_to_staff: bool = True


def _row(member: Membership, has_second_step: bool) -> tuple[Any, ...]:
    user = member.user
    return (
        Link(user.name, reverse("staff:member", args=[member.pk])),
        user.email,
        Role(member.role).label,
        _second_step(has_second_step),
        _last_signed_in(member),
    )


def _second_step(is_set_up: bool) -> Tag:
    return Tag("Set up", "green") if is_set_up else Tag(NOT_YET, "yellow")


def _last_signed_in(member: Membership) -> When | str:
    return When(member.user.last_login) if member.user.last_login else NOT_YET


def _deeds(member: Membership, has_second_step: bool) -> tuple[Link, ...]:
    reset = (_link("Reset the second step", "reset_second_step", member),) if has_second_step else ()
    return (
        _link("Make a link to choose a password", "link", member),
        *reset,
        _link("End the membership", "end_membership", member),
    )


def _link(text: str, page: str, member: Membership, hidden: str = "") -> Link:
    return Link(text, reverse(f"staff:{page}", args=[member.pk]), hidden)
