from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.directory.actions.edit import edit_service
from linkworks.domain.directory.actions.facts import put_facts_right
from linkworks.domain.directory.actions.note import add_note, withdraw_note
from linkworks.domain.directory.editable import LISTS, PLACES, changed_values
from linkworks.domain.directory.facts_form import FactsForm
from linkworks.domain.directory.forms.edit import EditForm, NoteForm
from linkworks.domain.directory.presenters.origins import EditPage, NotesPage, OriginsPage, edit_page
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.directory.selectors.origins import get_note, list_notes, list_origins
from linkworks.domain.directory.views.about_service import AboutService, PutsRight
from linkworks.foundation.design.fields import NO, UNKNOWN, YES
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render

WITHHELD = {True: YES, False: NO, None: UNKNOWN}


@page("directory.edit", states=("filled", "error"), title="Edit a service")
class EditService(PutsRight):
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
        self.settle_told()
        messages.success(self.request, "Saved for everybody.")
        return self.address("service")

    def _columns(self) -> dict[str, Any]:
        return {name: getattr(self.service, name) for name in PLACES}

    def _is_secret(self) -> bool:
        return any(place.location.is_confidential for place in self.service.places.all())


@page("directory.facts", states=("filled", "error"), title="Edit what a service says")
class EditFacts(PutsRight):
    button = "Save for everybody"
    template_name = "directory/edit.jinja"

    def get_title(self) -> str:
        return f"Edit what {self.service.name} says"

    def get_page(self) -> EditPage:
        return edit_page(self.service)

    def get_version(self) -> int:
        return self.service.version

    def get_form(self, **bound: Any) -> FactsForm:
        return FactsForm(service=self.service, **bound)

    def save(self, form: Any) -> str:
        given = form.cleaned_data
        put_facts_right(self.actor, service=self.service, given=given, expected_version=self.posted_version)
        self.settle_told()
        messages.success(self.request, "Saved for everybody.")
        return self.address("service")


@page("directory.notes", states=("filled", "error"), title="The team’s notes on a service")
class Notes(AboutService):
    form_class = NoteForm
    button = "Add the note"
    template_name = "directory/notes.jinja"

    def get_title(self) -> str:
        return f"The team’s notes on {self.service.name}"

    def get_page(self) -> NotesPage:
        return NotesPage.of(self.service, list_notes(self.actor, self.service))

    def save(self, form: Any) -> str:
        add_note(self.actor, service=self.service, words=form.cleaned_data["words"])
        return self.address("notes")


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
