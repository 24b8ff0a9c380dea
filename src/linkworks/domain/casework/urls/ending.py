"""The GP record, closing, the message back."""

from django.urls import URLPattern, path

from linkworks.domain.casework.views import closing, gp_record

CASE = "cases/<uuid:case_id>"

patterns: list[URLPattern] = [
    path(f"{CASE}/gp-copy", gp_record.GpCopy.as_view(), name="gp_copy"),
    path(f"{CASE}/contacts/<uuid:contact_id>/gp-copy", gp_record.GpCopy.as_view(), name="gp_copy_contact"),
    path(f"{CASE}/close", closing.CloseCase.as_view(), name="close"),
    path(f"{CASE}/close/check", closing.CheckClosing.as_view(), name="close_check"),
    path(f"{CASE}/messages/<uuid:message_id>", closing.message_document, name="message_document"),
    path(f"{CASE}/reopen", closing.ReopenCase.as_view(), name="reopen"),
]
