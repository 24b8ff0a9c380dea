"""Lists of people on their way into a campaign."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.urls.campaigns import ONE
from linkworks.domain.outreach.views import cohort, cohort_rows

LIST = "lists/<uuid:import_id>"

patterns: list[URLPattern] = [
    path(f"{ONE}/lists", cohort.lists, name="lists"),
    path(f"{ONE}/lists/new", cohort.BringList.as_view(), name="list_new"),
    path(LIST, cohort.one_list, name="list"),
    path(f"{LIST}/columns", cohort.CheckColumns.as_view(), name="list_columns"),
    path(f"{LIST}/commit", cohort.CommitList.as_view(), name="list_commit"),
    path(f"{LIST}/undo", cohort.UndoList.as_view(), name="list_undo"),
    path(f"{LIST}/drop", cohort.DropList.as_view(), name="list_drop"),
    path(f"{LIST}/sheet", cohort.sheet_back, name="list_sheet"),
    path(f"{LIST}/problems", cohort_rows.problems, name="list_problems"),
    path(f"{LIST}/rows/<slug:section>", cohort_rows.Rows.as_view(), name="list_rows"),
    path(f"{LIST}/rows/<slug:section>/next", cohort_rows.next_row, name="list_next"),
    path("list-rows/<uuid:row_id>", cohort_rows.OneRow.as_view(), name="list_row"),
]
