"""Options sheets: make one, see how it stands, mend its words, hand it out."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.onward.actions.hand_out import hand_out, insist_plain, link_address, send_text, take_back
from linkworks.domain.onward.actions.sheets import make_sheet, mend_entry
from linkworks.domain.onward.forms.sheet import EntryForm, SheetForm
from linkworks.domain.onward.models import Option, OptionsSheet, SheetEntry
from linkworks.domain.onward.presenters.about import AboutCase, options_url
from linkworks.domain.onward.presenters.sheet import WorkerSheetPage, sheet_url
from linkworks.domain.onward.selectors.sheets import get_entry, get_sheet, list_entries, list_open_options
from linkworks.domain.onward.sheet.document import FILE_NAME, sheet_document
from linkworks.domain.onward.sheet.entry_words import EntryWords
from linkworks.domain.onward.views.about import CaseFormPage
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.parts import Link


@page("onward.sheet_new", states=("filled", "empty", "error"), title="Make an options sheet")
class MakeSheet(CaseFormPage):
    button = "Make the sheet"
    template_name = "onward/sheet_new.jinja"
    open_options: list[Option]

    def prepare(self) -> None:
        super().prepare()
        self.open_options = list_open_options(self.actor, self.case)

    def get_title(self) -> str:
        return f"A sheet of options for {self.case.person.known_as} to keep"

    def get_page(self) -> AboutCase:
        back = Link(f"Options for {self.case.person.known_as}", options_url(self.case.pk))
        return AboutCase.form(self.actor, self.case, self.get_title(), back)

    def get_form(self, **bound: Any) -> SheetForm:
        return SheetForm(options=self.open_options, **bound)

    def save(self, form: SheetForm) -> str:
        sheet = make_sheet(
            self.actor, case=self.case, options=form.ticked("options"), asked_for=form.ticked("asked_for")
        )
        return sheet_url(sheet)


@page("onward.sheet_entry", states=("filled", "error"), title="The words of an options sheet")
class MendEntry(CaseFormPage):
    form_class = EntryForm
    entry: SheetEntry

    def prepare(self) -> None:
        super().prepare()
        sheet = get_sheet(self.actor, self.case, self.kwargs["sheet_id"])
        self.entry = get_entry(self.actor, sheet, self.kwargs["entry_id"])

    def get_title(self) -> str:
        return f"Words about {self.entry.title}"

    def get_page(self) -> AboutCase:
        back = Link("Back to the sheet", sheet_url(self.entry.sheet))
        return AboutCase.form(self.actor, self.case, self.get_title(), back)

    def get_initial(self) -> dict[str, Any]:
        return EntryWords.of(self.entry).by_part

    def get_version(self) -> int:
        return self.entry.version

    def save(self, form: EntryForm) -> str:
        mend_entry(self.actor, entry=self.entry, words=form.words(), expected_version=self.posted_version)
        return sheet_url(self.entry.sheet)


@page("onward.sheet", states=("made", "hard", "out", "opened", "ended"), title="An options sheet")
def sheet_page(request: HttpRequest, case_id: UUID, sheet_id: UUID) -> HttpResponse:
    actor, sheet = _found(request, case_id, sheet_id)
    case = sheet.case
    known = before_contact(actor, [case.person_id])[case.person_id]
    record_look(actor, "onward.sheet", [case.person_id], reason=case.opening_reason or "")
    shown = WorkerSheetPage.of(case, known, sheet, list_entries(actor, sheet))
    return render(request, "onward/sheet.jinja", shown)


@no_page
def document(request: HttpRequest, case_id: UUID, sheet_id: UUID) -> HttpResponse:
    """The sheet on paper. Its file name says nothing of anybody."""
    actor, sheet = _found(request, case_id, sheet_id)
    entries = list_entries(actor, sheet)
    try:
        insist_plain(entries)
    except Refused as refusal:
        messages.warning(request, refusal.message)
        return redirect(sheet_url(sheet))
    record_look(actor, "onward.sheet_document", [sheet.person_id], reason=sheet.case.opening_reason or "")
    is_large = request.GET.get("size") == "large"
    return HttpResponse(
        sheet_document(sheet, entries, link_address(sheet), is_large=is_large),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{FILE_NAME}"', "Cache-Control": "no-store, private"},
    )


def _press(deed: Callable[..., object], said: str) -> Callable[..., HttpResponse]:
    """A button on the sheet's page."""

    @no_page
    @require_POST
    def press(request: HttpRequest, case_id: UUID, sheet_id: UUID) -> HttpResponse:
        actor, sheet = _found(request, case_id, sheet_id)
        do(request, lambda: deed(actor, sheet=sheet), said)
        return redirect(sheet_url(sheet))

    return press


make_link = _press(hand_out, "There is a new link. Any link before it has stopped working.")
text = _press(send_text, "The text message is on its way.")
take_link_back = _press(take_back, "The link opens nothing any more.")


def _found(request: HttpRequest, case_id: UUID, sheet_id: UUID) -> tuple[Actor, OptionsSheet]:
    """The sheet, with its case opened as every case is opened."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    sheet = get_sheet(actor, case, sheet_id)
    sheet.case = case
    return actor, sheet
