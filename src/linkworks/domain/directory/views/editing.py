from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.directory.actions.edit import edit_service
from linkworks.domain.directory.actions.note import add_note, withdraw_note
from linkworks.domain.directory.editable import LISTS, PLACES, changed_values
from linkworks.domain.directory.forms.edit import EditForm, NoteForm
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.presenters.origins import EditPage, NotesPage, OriginsPage, edit_page
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.directory.selectors.origins import get_note, list_notes, list_origins
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.fields import NO, UNKNOWN, YES
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, render

WITHHELD = {True: YES, False: NO, None: UNKNOWN}


class _AboutService(FormPage):
    service: Service

    def prepare(self) -> None:
        require(may_keep_services, self.actor)
        self.service = get_service(self.actor, self.kwargs["service_id"])

    def _address(self, name: str) -> str:
        return reverse(f"directory:{name}", args=[self.service.pk])


@page("directory.edit", states=("filled", "error"), title="Edit a service")
class EditService(_AboutService):
    form_class = EditForm
    button = "Save for everybody"
    template_name = "directory/edit.jinja"

    def get_title(self) -> str:
        return f"Edit {self.service.name}"

    def get_page(self) -> EditPage:
        return edit_page(self.service)

    def get_version(self) -> int:
        return self.service.version

    def get_initial(self) -> dict[str, Any]:
        columns = self._columns()
        typed = {name: "\n".join(columns[name]) for name in LISTS - {"referral_routes"}}
        withheld = WITHHELD[self.service.number_withheld]
        return columns | typed | {"number_withheld": withheld, "is_secret": self._is_secret()}

    def save(self, form: Any) -> str:
        given = form.cleaned_data
        edit_service(
            self.actor,
            service=self.service,
            changes=changed_values(self._columns(), given),
            is_secret=given["is_secret"],
            expected_version=self.posted_version,
        )
        messages.success(self.request, "Saved for everybody.")
        return self._address("service")

    def _columns(self) -> dict[str, Any]:
        return {name: getattr(self.service, name) for name in PLACES}

    def _is_secret(self) -> bool:
        return any(place.location.is_confidential for place in self.service.places.all())


@page("directory.notes", states=("filled", "error"), title="The team’s notes on a service")
class Notes(_AboutService):
    form_class = NoteForm
    button = "Add the note"
    template_name = "directory/notes.jinja"

    def get_title(self) -> str:
        return f"The team’s notes on {self.service.name}"

    def get_page(self) -> NotesPage:
        return NotesPage.of(self.service, list_notes(self.actor, self.service))

    def save(self, form: Any) -> str:
        add_note(self.actor, service=self.service, words=form.cleaned_data["words"])
        return self._address("notes")


@page("directory.origins", title="Where each value of a service comes from")
def origins(request: HttpRequest, service_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    service = get_service(actor, service_id)
    return render(request, "directory/origins.jinja", OriginsPage.of(service, list_origins(actor, service)))


@no_page
@require_POST
def withdraw(request: HttpRequest, service_id: UUID, note_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    withdraw_note(actor, note=get_note(actor, note_id))
    messages.success(request, "The note is withdrawn.")
    return redirect("directory:notes", service_id)
