"""What calls told us."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.views import told

patterns: list[URLPattern] = [
    path("campaigns/told", told.told, name="told"),
    path("campaigns/told/<uuid:notice_id>/seen-to", told.seen_to, name="told_seen_to"),
    path("campaigns/told/<uuid:notice_id>/alive", told.alive, name="told_alive"),
]
