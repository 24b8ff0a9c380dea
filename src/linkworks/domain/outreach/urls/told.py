"""What calls told us, and who may be rung again after all."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.views import opt_outs, told

patterns: list[URLPattern] = [
    path("campaigns/told", told.told, name="told"),
    path("campaigns/told/<uuid:notice_id>/seen-to", told.seen_to, name="told_seen_to"),
    path("campaigns/told/<uuid:notice_id>/alive", told.alive, name="told_alive"),
    path("people/<uuid:person_id>/ring-again/<uuid:opt_out_id>", opt_outs.RingAgain.as_view(), name="ring_again"),
]
