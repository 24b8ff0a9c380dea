from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.design import fields

WHAT_ROLES_DO: dict[str, str] = {
    Role.LINK_WORKER: "Works with clients and their cases",
    Role.TEAM_LEAD: "Works with clients, allocates, supervises, restricts records",
    Role.COORDINATOR: "Works with clients, takes in referrals, allocates",
    Role.CALLER: "Rings people in campaigns; sees the person on the line and nobody else",
    Role.COMMISSIONER: "Sees counts, never a person",
    Role.ADMINISTRATOR: "Looks after staff, never sees a person",
}


def role_field() -> fields.RadiosField:
    return fields.RadiosField("Role", choices=Role.choices, hints=WHAT_ROLES_DO, missing="Choose a role")


class InviteForm(fields.Form):
    name = fields.TextField("Name", hint="As colleagues and clients know them", max_length=120, missing="Enter a name")
    email = fields.EmailField(autocomplete="off")
    role = role_field()


class InviteCallerForm(fields.Form):
    """For whoever may invite callers alone."""

    name = fields.TextField("Name", hint="As colleagues and clients know them", max_length=120, missing="Enter a name")
    email = fields.EmailField(autocomplete="off")


class RoleForm(fields.Form):
    role = role_field()


class NothingToFillIn(fields.Form):
    """A deed that only needs to be confirmed."""
