from django.urls import URLPattern, path

from linkworks.domain.directory.views import (
    checks,
    clashes,
    collecting,
    collections,
    editing,
    imports,
    search,
    services,
)

app_name = "directory"
COLLECTION = "directory/collections/<uuid:collection_id>"
ITEM = f"{COLLECTION}/services/<uuid:item_id>"
urlpatterns: list[URLPattern] = [
    path("directory", search.search, name="search"),
    path("directory/imports", imports.imports, name="imports"),
    path("directory/imports/new", imports.NewImport.as_view(), name="import_new"),
    path("directory/imports/<uuid:import_id>", imports.one_import, name="import"),
    path("directory/imports/<uuid:import_id>/commit", imports.CommitImport.as_view(), name="import_commit"),
    path("directory/imports/<uuid:import_id>/undo", imports.UndoImport.as_view(), name="import_undo"),
    path("directory/imports/<uuid:import_id>/rows/<int:number>", imports.import_row, name="import_row"),
    path("directory/clashes", clashes.clashes, name="clashes"),
    path("directory/clashes/<uuid:edit_id>/keep", clashes.keep, name="clash_keep"),
    path("directory/clashes/<uuid:edit_id>/follow", clashes.follow, name="clash_follow"),
    path("directory/checks", checks.checks, name="checks"),
    path("directory/checks/<uuid:check_id>/right", checks.still_right, name="check_right"),
    path("directory/checks/<uuid:check_id>/pause", checks.PauseCheck.as_view(), name="check_pause"),
    path("directory/checks/<uuid:check_id>/pass-on", checks.PassOnCheck.as_view(), name="check_pass_on"),
    path("directory/freshness", checks.SettleFreshness.as_view(), name="freshness"),
    path("directory/collections", collections.collections, name="collections"),
    path("directory/collections/new", collecting.NewCollection.as_view(), name="collection_new"),
    path(COLLECTION, collections.collection, name="collection"),
    path(f"{COLLECTION}/edit", collecting.EditCollection.as_view(), name="collection_edit"),
    path(f"{COLLECTION}/print", collections.print_it, name="collection_print"),
    path(f"{COLLECTION}/send", collecting.SendCollection.as_view(), name="collection_send"),
    path(f"{COLLECTION}/copy", collections.copy, name="collection_copy"),
    path(f"{COLLECTION}/retire", collections.retire, name="collection_retire"),
    path(f"{COLLECTION}/bring-back", collections.bring_back, name="collection_bring_back"),
    path(f"{ITEM}/words", collecting.NoteItem.as_view(), name="item_words"),
    path(f"{ITEM}/up", collections.up, name="item_up"),
    path(f"{ITEM}/down", collections.down, name="item_down"),
    path(f"{ITEM}/out", collections.out, name="item_out"),
    path("directory/<uuid:service_id>", services.service_page, name="service"),
    path("directory/<uuid:service_id>/edit", editing.EditService.as_view(), name="edit"),
    path("directory/<uuid:service_id>/origins", editing.origins, name="origins"),
    path("directory/<uuid:service_id>/notes", editing.Notes.as_view(), name="notes"),
    path("directory/<uuid:service_id>/notes/<uuid:note_id>/withdraw", editing.withdraw, name="note_withdraw"),
    path("directory/<uuid:service_id>/collect", collecting.AddToCollection.as_view(), name="collect"),
    path("directory/<uuid:service_id>/check", services.CheckService.as_view(), name="check"),
]
