"""Measures, the safety path, safeguarding."""

from django.urls import URLPattern, path

from linkworks.domain.casework.views import measures, safeguarding, safety, team

CASE = "cases/<uuid:case_id>"

patterns: list[URLPattern] = [
    path(f"{CASE}/measures", measures.measures_page, name="measure"),
    path(f"{CASE}/measures/<slug:instrument>", measures.AskMeasure.as_view(), name="measure_ask"),
    path(f"{CASE}/measures/<slug:instrument>/not-asked", measures.NotAsked.as_view(), name="measure_not_asked"),
    path(f"{CASE}/readings/<uuid:response_id>", measures.reading_page, name="measure_reading"),
    path(f"{CASE}/safety", safety.StartPath.as_view(), name="safety_path"),
    path(f"{CASE}/safety/<uuid:path_id>", safety.OpenPath.as_view(), name="safety_path_open"),
    path(f"{CASE}/safety/<uuid:path_id>/end", safety.EndPath.as_view(), name="safety_path_end"),
    path(f"{CASE}/concerns/new", safeguarding.RaiseConcern.as_view(), name="concern_new"),
    path(f"{CASE}/concerns/<uuid:concern_id>", safeguarding.ConcernView.as_view(), name="concern"),
    path(f"{CASE}/concerns/<uuid:concern_id>/acknowledge", safeguarding.acknowledge, name="concern_acknowledge"),
    path(f"{CASE}/concerns/<uuid:concern_id>/close", safeguarding.CloseConcern.as_view(), name="concern_close"),
    path("team/settings", team.team_settings, name="team_settings"),
    path("team/safeguarding", team.NameSafeguardingLead.as_view(), name="safeguarding_lead"),
    path("team/measures", team.ChooseMeasures.as_view(), name="team_measures"),
]
