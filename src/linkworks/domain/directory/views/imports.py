from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.domain.directory.actions.imports.ask import ask_to_commit, ask_to_undo
from linkworks.domain.directory.actions.imports.commit import most_would_go
from linkworks.domain.directory.actions.imports.read import ask_for_feed, known_source, read_source
from linkworks.domain.directory.choices import FeedFormat
from linkworks.domain.directory.formats.readers import guess_format, reader_of_files
from linkworks.domain.directory.forms.imports import CommitForm, ImportForm
from linkworks.domain.directory.models import DirectoryImport
from linkworks.domain.directory.policies import may_import_services
from linkworks.domain.directory.presenters.imports import (
    MENDED,
    DeedPage,
    ImportPage,
    ImportRowPage,
    ImportsPage,
    in_words,
)
from linkworks.domain.directory.selectors.imports import (
    count_clashes,
    get_import,
    get_row,
    list_imports,
    list_mended,
    list_rows,
    record_before,
)
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage, render
from linkworks.foundation.design.paging import paging, slice_for
from linkworks.foundation.design.parts import Link
from linkworks.foundation.imports.choices import BatchState, Decision
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.material import from_bytes


@page("directory.imports", title="Directory imports")
def imports(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    batches = list_imports(actor)
    pages = paging(request, batches.count())
    shown = ImportsPage.of(slice_for(pages, batches), pages, count_clashes(actor))
    return render(request, "directory/imports.jinja", shown)


@page("directory.import", states=("ready", "refused", "committing", "committed"), title="One import")
def one_import(request: HttpRequest, import_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    batch = get_import(actor, import_id)
    shown = _shown(request, batch)
    if shown == MENDED:
        mended = list_mended(actor, batch)
        pages = paging(request, len(mended))
        shown_page = ImportPage.of(batch, shown, (), slice_for(pages, mended), pages)
    else:
        rows = list_rows(actor, batch, Decision(shown))
        pages = paging(request, rows.count())
        shown_page = ImportPage.of(batch, shown, slice_for(pages, rows), (), pages)
    return render(request, "directory/import.jinja", shown_page)


def _shown(request: HttpRequest, batch: DirectoryImport) -> str:
    """What was asked for, else the first fate that any service has."""
    fates = [Decision.NEW.value, Decision.CHANGED.value, Decision.GONE.value, Decision.HELD.value]
    asked = request.GET.get("show", "")
    if asked in {*fates, MENDED}:
        return asked
    return next((fate for fate in fates if batch.counts.get(f"service.{fate}")), fates[0])


@page("directory.import_row", states=("changed", "held"), title="One record of an import")
def import_row(request: HttpRequest, import_id: UUID, number: int) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    batch = get_import(actor, import_id)
    row = get_row(actor, batch, number)
    return render(request, "directory/import_row.jinja", ImportRowPage.of(batch, row, record_before(row)))


@page("directory.import_new", states=("empty", "error"), title="Import services")
class NewImport(FormPage):
    form_class = ImportForm
    title = "Import services"
    button = "Read it"
    template_name = "directory/import_new.jinja"

    def prepare(self) -> None:
        require(may_import_services, self.actor)

    def save(self, form: Any) -> str:
        given = form.cleaned_data
        batch = self._read(given) if given["file"] else self._ask(given)
        return reverse("directory:import", args=[batch.pk])

    def _read(self, given: dict[str, Any]) -> DirectoryImport:
        try:
            files = from_bytes(given["file"].name, given["file"].read())
            feed_format = FeedFormat(given["feed_format"]) if given["feed_format"] else guess_format(files)
        except Unreadable as error:
            raise Refused(error.message, "file") from error
        source = known_source(self.actor, feed_format=feed_format, **_who(given))
        reader = reader_of_files(feed_format, files)
        return read_source(self.actor, source=source, reader=reader, origin=files.name)

    def _ask(self, given: dict[str, Any]) -> DirectoryImport:
        feed_format = FeedFormat(given["feed_format"] or FeedFormat.ORUK_3)
        source = known_source(self.actor, feed_format=feed_format, url=given["url"], **_who(given))
        return ask_for_feed(self.actor, source=source)


def _who(given: dict[str, Any]) -> dict[str, str]:
    return {name: given[name] for name in ("name", "publisher", "licence")}


class _ImportDeed(FormPage):
    """A deed upon one import."""

    template_name = "directory/import_deed.jinja"
    batch: DirectoryImport

    def prepare(self) -> None:
        self.batch = get_import(self.actor, self.kwargs["import_id"])

    def get_page(self) -> DeedPage:
        back = Link(f"Import of {self.batch.source.name}", self._address())
        return DeedPage(self.get_title(), back, in_words(self.batch))

    def _address(self) -> str:
        return reverse("directory:import", args=[self.batch.pk])


@page("directory.import_commit", states=("filled", "error"), title="Commit an import")
class CommitImport(_ImportDeed):
    form_class = CommitForm
    title = "Make the directory follow this import"
    button = "Commit"

    def get_form(self, **bound: Any) -> CommitForm:
        return CommitForm(most_would_go=most_would_go(self.batch), **bound)

    def save(self, form: Any) -> str:
        ask_to_commit(self.actor, batch=self.batch, most_may_go=bool(form.cleaned_data.get("most_may_go")))
        if self.batch.state == BatchState.COMMITTED:
            messages.success(self.request, f"The directory follows this import now: {in_words(self.batch)}")
        return self._address()


@page("directory.import_undo", states=("filled", "error"), title="Undo an import")
class UndoImport(_ImportDeed):
    title = "Take this import back"
    button = "Undo"

    def save(self, form: Any) -> str:
        ask_to_undo(self.actor, batch=self.batch)
        if self.batch.state == BatchState.UNDONE:
            messages.success(self.request, "The directory is as it was before this import.")
        return self._address()
