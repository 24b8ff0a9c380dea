"""Ringing: what callers use."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.views import call_needs, calls, line

patterns: list[URLPattern] = [
    path("calls", calls.calls, name="calls"),
    path("calls/line", line.OnTheLine.as_view(), name="line"),
    path("calls/line/answer", line.answer, name="answer"),
    path("calls/line/language", line.language, name="language"),
    path("calls/line/need", call_needs.AddNeed.as_view(), name="call_need"),
    path("calls/line/no-need", call_needs.no_need, name="no_need"),
    path("calls/line/keep", line.keep, name="keep"),
    path("calls/line/give-back", line.give_it_back, name="give_back"),
    path("calls/<uuid:campaign_id>/begin", calls.BeginShift.as_view(), name="begin"),
    path("calls/<uuid:campaign_id>/next", calls.next_call, name="next"),
    path("calls/<uuid:campaign_id>/nobody", calls.nobody, name="nobody"),
]
