from django.urls import URLPattern, path

from linkworks.domain.onward.views import (
    collections,
    find,
    offer,
    options,
    outcome,
    refer_on,
    sheets,
    ways_on,
)

app_name = "onward"
OPTION = "cases/<uuid:case_id>/options/<uuid:option_id>"
FIND = "cases/<uuid:case_id>/options/find"
COLLECTIONS = "cases/<uuid:case_id>/options/collections"
SHEETS = "cases/<uuid:case_id>/options/sheets"
SHEET = f"{SHEETS}/<uuid:sheet_id>"
urlpatterns: list[URLPattern] = [
    path("cases/<uuid:case_id>/options", options.options, name="options"),
    path(FIND, find.find, name="find"),
    path(f"{FIND}/change", find.change, name="find_change"),
    path(f"{FIND}/put/<uuid:service_id>", find.put, name="find_put"),
    path("cases/<uuid:case_id>/options/offer/<uuid:service_id>", offer.Offer.as_view(), name="offer"),
    path(COLLECTIONS, collections.collections, name="collections"),
    path(f"{COLLECTIONS}/<uuid:collection_id>", collections.OfferCollection.as_view(), name="offer_collection"),
    path(OPTION, options.option_page, name="option"),
    path(f"{OPTION}/choice", offer.RecordChoice.as_view(), name="choice"),
    path(f"{OPTION}/signpost", ways_on.Signpost.as_view(), name="signpost"),
    path(f"{OPTION}/introduce", ways_on.Introduce.as_view(), name="introduce"),
    path(f"{OPTION}/refer-on", refer_on.ReferOn.as_view(), name="refer_on"),
    path(f"{OPTION}/referrals/<uuid:referral_id>/answer", ways_on.Answer.as_view(), name="answer"),
    path(f"{OPTION}/outcome", outcome.RecordOutcome.as_view(), name="outcome"),
    path(f"{OPTION}/outcomes/<uuid:outcome_id>/correct", outcome.CorrectOutcome.as_view(), name="correct"),
    path(f"{SHEETS}/new", sheets.MakeSheet.as_view(), name="sheet_new"),
    path(SHEET, sheets.sheet_page, name="sheet"),
    path(f"{SHEET}/entries/<uuid:entry_id>", sheets.MendEntry.as_view(), name="sheet_entry"),
    path(f"{SHEET}/document", sheets.document, name="sheet_document"),
    path(f"{SHEET}/hand-out", sheets.make_link, name="hand_out"),
    path(f"{SHEET}/text", sheets.text, name="text_sheet"),
    path(f"{SHEET}/take-back", sheets.take_link_back, name="take_back_sheet"),
]
