"""The administrator looks after who is in the team. No page here leads to a client."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.foundation.accounts import selectors
from linkworks.foundation.accounts.actions import staff
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.forms.staff import InviteCallerForm, InviteForm, NothingToFillIn, RoleForm
from linkworks.foundation.accounts.invitation import send_invitation
from linkworks.foundation.accounts.links import new_password_link
from linkworks.foundation.accounts.models import Membership
from linkworks.foundation.accounts.policies import may_invite, may_manage_staff
from linkworks.foundation.accounts.presenters.staff import LinkPage, MemberPage, MembersPage, StaffFormPage
from linkworks.foundation.core.errors import NotAllowed
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage, render


@page("accounts.members", title="Staff")
def members(request: Any) -> HttpResponse:
    listed = list(selectors.list_members(request.actor))
    with_second_step = selectors.users_with_second_factor(member.user_id for member in listed)
    return render(request, "accounts/members.jinja", MembersPage.of(listed, with_second_step))


@page("accounts.member", states=("colleague", "self"), title="A member of staff")
def member(request: Any, membership_id: UUID) -> HttpResponse:
    found = selectors.get_member(request.actor, membership_id)
    has_second_step = found.user_id in selectors.users_with_second_factor([found.user_id])
    return render(
        request, "accounts/member.jinja", MemberPage.of(request.actor, found, has_second_step=has_second_step)
    )


@page("accounts.invite", states=("empty", "error", "done"), title="Invite somebody")
class Invite(FormPage):
    form_class = InviteForm
    title = "Invite somebody"
    button = "Invite"
    template_name = "accounts/staff_form.jinja"

    def prepare(self) -> None:
        if not may_invite(self.actor, Role.CALLER):
            raise NotAllowed

    def get_form(self, **bound: Any) -> Form:
        form = InviteForm if may_manage_staff(self.actor) else InviteCallerForm
        return form(initial=self.get_initial(), **bound)

    def get_title(self) -> str:
        return self.title if may_manage_staff(self.actor) else "Invite a caller"

    def get_page(self) -> StaffFormPage:
        return StaffFormPage(self.get_title(), leads_to_staff=may_manage_staff(self.actor))

    def save(self, form: Form) -> HttpResponse:
        given = form.cleaned_data
        role = Role(given.get("role", Role.CALLER))
        invited = staff.invite(self.actor, name=given["name"], email=given["email"], role=role)
        link = new_password_link(invited.user)
        send_invitation(invited, link)
        return show_link(self.request, f"{invited.user.name} is invited", invited, link, was_sent=True)


class MemberForm(FormPage):
    """A deed about one member. `done` is said afterwards, `introduction` before."""

    form_class: ClassVar[type[Form]] = NothingToFillIn
    template_name = "accounts/staff_form.jinja"
    introduction: ClassVar[str] = ""
    done: ClassVar[str] = ""
    member: Membership

    def prepare(self) -> None:
        self.member = selectors.get_member(self.actor, self.kwargs["membership_id"])

    def get_title(self) -> str:
        return f"{self.title}: {self.member.user.name}"

    def get_page(self) -> StaffFormPage:
        return StaffFormPage(self.get_title(), self.introduction)

    def save(self, form: Form) -> str | HttpResponse:
        self.change(form)
        messages.success(self.request, self.done)
        return reverse("staff:members")

    def change(self, form: Form) -> None:
        raise NotImplementedError


@page("accounts.role", states=("empty", "error"), title="Change the role")
class ChangeRole(MemberForm):
    form_class = RoleForm
    title = "Change the role"
    done = "The role is changed. It counts from now on."

    def get_initial(self) -> dict[str, Any]:
        return {"role": self.member.role}

    def get_version(self) -> int:
        return self.member.version

    def change(self, form: Form) -> None:
        staff.change_role(
            self.actor,
            membership=self.member,
            role=Role(form.cleaned_data["role"]),
            expected_version=self.posted_version,
        )


@page("accounts.link", states=("empty", "done"), title="Make a link to choose a password")
class NewLink(MemberForm):
    title = "Make a link to choose a password"
    button = "Make the link"
    introduction = "Be sure that it is they who ask. Their present password works until they choose a new one."

    def save(self, form: Form) -> HttpResponse:
        staff.note_link_made(self.actor, membership=self.member)
        link = new_password_link(self.member.user)
        return show_link(self.request, "The link is made", self.member, link, was_sent=False)


@page("accounts.reset_second_step", title="Reset the second step")
class ResetSecondStep(MemberForm):
    title = "Reset the second step"
    button = "Reset"
    introduction = (
        "Be sure that it is they who ask. They are signed out, and set up a new second step when they sign in next."
    )
    done = "The second step is reset."

    def change(self, form: Form) -> None:
        staff.reset_second_factor(self.actor, membership=self.member)


@page("accounts.end_membership", title="End the membership")
class EndMembership(MemberForm):
    title = "End the membership"
    button = "End the membership"
    introduction = (
        "They are signed out at once and see nothing any more. Their cases stay with them until somebody hands them "
        "over: ask the team lead to do so first."
    )
    done = "The membership has ended."

    def change(self, form: Form) -> None:
        staff.end_membership(self.actor, membership=self.member)


def show_link(request: HttpRequest, title: str, member: Membership, link: str, *, was_sent: bool) -> HttpResponse:
    user, leads_to_staff = member.user, may_manage_staff(request.actor)  # type: ignore[attr-defined]
    shown = LinkPage(title, user.name, user.email, link, was_sent, leads_to_staff)
    return render(request, "accounts/link.jinja", shown)
