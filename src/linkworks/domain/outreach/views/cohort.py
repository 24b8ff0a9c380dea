"""A list of people comes in: brought, its columns checked, looked through, added, taken back."""

from tempfile import TemporaryFile
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from linkworks.domain.outreach.actions.cohort.columns import confirm_columns
from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.actions.cohort.erase import drop_list
from linkworks.domain.outreach.actions.cohort.read import Provenance, read_list
from linkworks.domain.outreach.actions.cohort.undo import ask_to_undo
from linkworks.domain.outreach.choices import CohortState
from linkworks.domain.outreach.forms.cohort import ColumnsForm, ListForm
from linkworks.domain.outreach.lists.columns import Guess
from linkworks.domain.outreach.lists.sheet_back import as_csv, write_xlsx
from linkworks.domain.outreach.models import Campaign, CohortImport
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead
from linkworks.domain.outreach.presenters.cohort import LISTS, ColumnsPage, DeedPage, ListPage, ListsPage
from linkworks.domain.outreach.presenters.cohort_plan import tell_plan
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.cohort import find_columns, get_import, list_imports
from linkworks.domain.outreach.selectors.cohort_counts import Tally, count_found_numbers, count_rows
from linkworks.domain.outreach.selectors.cohort_sheet import headings_for_sender, rows_for_sender
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, render
from linkworks.foundation.design.paging import paging, slice_for
from linkworks.foundation.design.parts import Link

CHANGED_SINCE = "Some records have changed since their rows were decided: look at those again. The others are added."
NOT_KEPT = {"Cache-Control": "no-store, private"}
KEPT_FROM_LAST = ("sender", "source", "purpose", "legal_basis")
SORTED = (CohortState.REVIEW, CohortState.COMMITTING, CohortState.COMMITTED, CohortState.UNDOING)


@page("outreach.lists", states=("empty", "filled"), title="Lists of a campaign")
def lists(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    campaign = get_campaign(actor, campaign_id)
    imports = list_imports(actor, campaign)
    pages = paging(request, imports.count())
    return render(request, "outreach/lists.jinja", ListsPage.of(actor, campaign, slice_for(pages, imports), pages))


@page("outreach.list", states=("columns", "stopped", "review", "committed"), title="A list of people")
def one_list(request: HttpRequest, import_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    batch = get_import(actor, import_id)
    tally = count_rows(actor, batch) if batch.state in SORTED else Tally()
    found = count_found_numbers(actor, batch) if batch.state == CohortState.REVIEW else 0
    return render(request, "outreach/list.jinja", ListPage.of(actor, batch, tally, found_numbers=found))


@page("outreach.list_new", states=("empty", "error"), title="Bring a list")
class BringList(FormPage):
    form_class = ListForm
    template_name = "outreach/campaign_form.jinja"
    title = "Bring a list of people"
    button = "Read it"
    campaign: Campaign

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])

    def get_page(self) -> DeedPage:
        back = Link("Lists of this campaign", reverse(LISTS, args=[self.campaign.pk]))
        return DeedPage(self.title, CampaignHead.of(self.actor, self.campaign, LISTS), back, ())

    def get_initial(self) -> dict[str, Any]:
        """What was said of the last list, which is most often true of the next."""
        last = list_imports(self.actor, self.campaign).first()
        return {name: getattr(last, name) for name in KEPT_FROM_LAST} if last else {}

    def save(self, form: ListForm) -> str:
        given = dict(form.cleaned_data)
        file = given.pop("file")
        batch = read_list(
            self.actor, campaign=self.campaign, file=file, file_name=file.name, provenance=Provenance(**given)
        )
        return reverse("outreach:list_columns", args=[batch.pk])


class AboutAList(FormPage):
    """A form about one list."""

    template_name = "outreach/list_deed.jinja"
    batch: CohortImport

    def prepare(self) -> None:
        self.batch = get_import(self.actor, self.kwargs["import_id"])

    def get_lines(self) -> list[str]:
        return []

    def get_page(self) -> Any:
        return DeedPage.of(self.actor, self.batch, self.get_title(), self.get_lines())

    @property
    def list_url(self) -> str:
        return reverse("outreach:list", args=[self.batch.pk])


@page("outreach.list_columns", states=("filled", "error"), title="The columns of a list")
class CheckColumns(AboutAList):
    template_name = "outreach/list_columns.jinja"
    title = "What is in each column?"
    button = "Compare the rows with the people we know"
    guesses: list[Guess]

    def prepare(self) -> None:
        super().prepare()
        self.guesses = find_columns(self.actor, self.batch)

    def get_form(self, **bound: Any) -> ColumnsForm:
        return ColumnsForm(guesses=self.guesses, **bound)

    def get_page(self) -> ColumnsPage:
        return ColumnsPage.of(self.actor, self.batch, self.guesses)

    def save(self, form: ColumnsForm) -> str:
        confirm_columns(self.actor, batch=self.batch, columns=form.columns)
        return self.list_url


@page("outreach.list_commit", states=("filled", "error"), title="Add a list to its campaign")
class CommitList(AboutAList):
    title = "Add them to the campaign"
    button = "Add them"

    def get_lines(self) -> list[str]:
        tally, found = count_rows(self.actor, self.batch), count_found_numbers(self.actor, self.batch)
        return [*tell_plan(tally, found), "It can be taken back while nobody has rung them."]

    def save(self, form: Form) -> str:
        ask_to_commit(self.actor, batch=self.batch)
        if self.batch.state == CohortState.REVIEW:
            messages.warning(self.request, CHANGED_SINCE)
        elif self.batch.state == CohortState.COMMITTED:
            messages.success(self.request, "The people of this list are in the campaign.")
        return self.list_url


@page("outreach.list_undo", states=("filled", "error"), title="Take a list back")
class UndoList(AboutAList):
    title = "Take this list back"
    button = "Take it back"

    def get_lines(self) -> list[str]:
        return [
            "Whoever came with this list leaves the campaign and the record, and what it added to the records of "
            "people we knew is taken off them.",
            "It can be taken back only while nobody on it has been rung and no record has been built on since.",
        ]

    def save(self, form: Form) -> str:
        ask_to_undo(self.actor, batch=self.batch)
        if self.batch.state == CohortState.UNDONE:
            messages.success(self.request, "The list is taken back.")
        return self.list_url


@page("outreach.list_drop", states=("filled", "error"), title="Drop a list")
class DropList(AboutAList):
    title = "Drop this list"
    button = "Drop it"

    def get_lines(self) -> list[str]:
        return ["Nobody on it comes into the campaign, and its rows are erased at once. It can be brought again."]

    def save(self, form: Form) -> str:
        drop_list(self.actor, batch=self.batch)
        messages.success(self.request, "The list is dropped, and its rows are erased.")
        return reverse(LISTS, args=[self.batch.campaign_id])


@no_page
def sheet_back(request: HttpRequest, import_id: UUID) -> HttpResponseBase:
    """The sheet as it came, with what became of each row. Its name says nothing of whom it is about."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    batch = get_import(actor, import_id)
    headings = headings_for_sender(actor, batch)
    record(actor, "list.sheet_taken", subject=batch, campaign=batch.campaign_id, rows=batch.size)
    if batch.file_name.lower().endswith(".xlsx"):
        file = TemporaryFile()  # noqa: SIM115 (the response closes it)
        write_xlsx(file, headings, rows_for_sender(actor, batch))
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename="list.xlsx", headers=NOT_KEPT)
    lines = as_csv(headings, rows_for_sender(actor, batch))
    headers = NOT_KEPT | {"Content-Disposition": 'attachment; filename="list.csv"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
