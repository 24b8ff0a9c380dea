"""What prepares callers, looks after them, and learns from their calls."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.urls.campaigns import ONE
from linkworks.domain.outreach.views import breaks, callers, calls_of_campaign, introduction, rehearsal

patterns: list[URLPattern] = [
    path("calls/introduction/done", introduction.introduced, name="introduced"),
    path("calls/introduction/<slug:part>", introduction.introduction, name="introduction"),
    path("calls/practice", rehearsal.rehearsals, name="rehearsals"),
    path("calls/practice/<slug:resident>", rehearsal.rehearse, name="rehearse"),
    path("calls/pause", breaks.take_a_minute, name="pause"),
    path("calls/pause/begin", breaks.begin_pause, name="pause_begin"),
    path("calls/pause/end", breaks.end_pause, name="pause_end"),
    path("calls/colleague", breaks.ask, name="colleague"),
    path("calls/kind-words", breaks.kind_words, name="kind_words"),
    path("calls/callers", callers.callers, name="callers"),
    path("calls/callers/<uuid:asked_id>/answer", callers.answer, name="answer_colleague"),
    path(f"{ONE}/calls", calls_of_campaign.campaign_calls, name="campaign_calls"),
    path(f"{ONE}/calls/share", calls_of_campaign.ChooseShare.as_view(), name="choose_share"),
    path(f"{ONE}/calls/<uuid:sample_id>", calls_of_campaign.LookAtCall.as_view(), name="look_at_call"),
    path(f"{ONE}/check", calls_of_campaign.Check.as_view(), name="check"),
    path(f"{ONE}/rang-back", calls_of_campaign.RangBack.as_view(), name="rang_back"),
    path(f"{ONE}/rang-back/<uuid:contact_id>/take", calls_of_campaign.take, name="take_rang_back"),
]
