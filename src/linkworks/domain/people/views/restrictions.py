from typing import Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.domain.people import policies
from linkworks.domain.people.actions import restrictions
from linkworks.domain.people.forms.consent import ChangeRestrictionForm, RestrictForm
from linkworks.domain.people.presenters.restrictions import RestrictionsPage
from linkworks.domain.people.selectors.restrictions import (
    NamelessRestriction,
    get_restriction,
    list_nameable_staff,
    list_restrictions,
)
from linkworks.domain.people.views.person_form import FORM_STATES, PersonForm
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage, render


@page("people.restrictions", states=("empty", "filled"), title="Restricted records")
def restricted_records(request: HttpRequest) -> HttpResponse:
    """For the team lead, and without a name: so there is no look at a person to log."""
    found = list_restrictions(request.actor)  # type: ignore[attr-defined]
    return render(request, "people/restrictions.jinja", RestrictionsPage.of(found))


@page("people.restrict", states=FORM_STATES, title="Restrict this record to named staff")
class Restrict(PersonForm):
    form_class = RestrictForm
    title = "Restrict this record to named staff"
    button = "Restrict the record"
    done = "The record is restricted. Only the colleagues you named can find it now."
    introduction = (
        "Everybody else, you too if you are not named, will no longer find the person anywhere. "
        "You can change who is named, or end the restriction, under “Restricted records”.",
    )

    def prepare(self) -> None:
        super().prepare()
        require(policies.may_restrict, self.actor)

    def get_form(self, **bound: Any) -> Form:
        return RestrictForm(staff=list(list_nameable_staff(self.actor)), **bound)

    def change(self, form: RestrictForm) -> None:
        restrictions.place_restriction(
            self.actor,
            person=self.person,
            staff_ids=[UUID(chosen) for chosen in form.cleaned_data["staff_ids"]],
            reason=form.cleaned_data["reason"],
        )

    def save(self, form: Any) -> str:
        super().save(form)
        return reverse("people:restrictions")


class _OneRestriction(FormPage):
    template_name = "people/restriction_form.jinja"
    done: ClassVar[str]
    restriction: NamelessRestriction

    def prepare(self) -> None:
        self.restriction = get_restriction(self.actor, self.kwargs["restriction_id"])

    def get_version(self) -> int:
        return self.restriction.version

    def change(self, form: Any) -> None:
        raise NotImplementedError

    def save(self, form: Any) -> str:
        self.change(form)
        messages.success(self.request, self.done)
        return reverse("people:restrictions")


@page("people.restriction", states=FORM_STATES, title="Change who may open a restricted record")
class ChangeRestriction(_OneRestriction):
    form_class = ChangeRestrictionForm
    title = "Change who may open a restricted record"
    done = "Who may open the record is saved."

    def get_form(self, **bound: Any) -> Form:
        named = [str(staff_id) for staff_id in self.restriction.staff_ids]
        staff = list(list_nameable_staff(self.actor))
        return ChangeRestrictionForm(staff=staff, initial={"staff_ids": named}, **bound)

    def change(self, form: ChangeRestrictionForm) -> None:
        restrictions.change_restriction(
            self.actor,
            restriction_id=self.restriction.id,
            expected_version=self.posted_version,
            staff_ids=[UUID(chosen) for chosen in form.cleaned_data["staff_ids"]],
        )


@page("people.restriction_end", title="End a restriction")
class EndRestriction(_OneRestriction):
    title = "End a restriction"
    button = "End the restriction"
    done = "The restriction is ended. The whole team can find the record again."

    def change(self, form: Form) -> None:
        restrictions.end_restriction(
            self.actor, restriction_id=self.restriction.id, expected_version=self.posted_version
        )
