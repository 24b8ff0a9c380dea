"""People whom calls did not reach."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.views import ladder, ladder_rules

ONE = "campaigns/<uuid:campaign_id>"
STEP = f"{ONE}/not-reached/<uuid:step_id>"

patterns: list[URLPattern] = [
    path(f"{ONE}/not-reached", ladder.not_reached, name="not_reached"),
    path(STEP, ladder.TakeStep.as_view(), name="other_way"),
    path(f"{STEP}/give", ladder.GiveStep.as_view(), name="other_way_give"),
    path(f"{STEP}/safe-contact", ladder.DecideOnSafeContact.as_view(), name="safe_contact"),
    path(f"{ONE}/rules/other-ways", ladder_rules.ways, name="other_ways"),
    path(f"{ONE}/rules/other-ways/new", ladder_rules.AddWay.as_view(), name="other_way_new"),
    path(f"{ONE}/rules/other-ways/<uuid:rung_id>", ladder_rules.ChangeWay.as_view(), name="other_way_rule"),
]
