"""Accepting, allocating, handing over, covering."""

from django.urls import URLPattern, path

from linkworks.domain.casework.views.allocation import accept, caseload, cover, handover, openings, reallocate

patterns: list[URLPattern] = [
    path("cases", caseload.caseload, name="caseload"),
    path("referrals/<uuid:referral_id>/accept", accept.AcceptReferral.as_view(), name="accept_referral"),
    path("cases/<uuid:case_id>/reallocate", reallocate.Reallocate.as_view(), name="reallocate"),
    path("team/handover", handover.ChooseCaseload.as_view(), name="choose_caseload"),
    path("team/handover/<uuid:worker_id>", handover.PreviewHandover.as_view(), name="handover"),
    path("team/handovers/<uuid:handover_id>", handover.handover_result, name="handover_result"),
    path("team/handovers/<uuid:handover_id>/take-back", handover.take_back_handover, name="take_back_handover"),
    path("team/cover", cover.ArrangeCover.as_view(), name="cover"),
    path("team/cover/<uuid:cover_id>/end", cover.end_cover_early, name="end_cover"),
    path("team/openings", openings.openings, name="openings"),
]
