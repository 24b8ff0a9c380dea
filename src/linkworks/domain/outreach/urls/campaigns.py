"""Running a campaign."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.views import campaigns, rules

ONE = "campaigns/<uuid:campaign_id>"

patterns: list[URLPattern] = [
    path("campaigns", campaigns.campaigns, name="campaigns"),
    path("campaigns/new", campaigns.NewCampaign.as_view(), name="campaign_new"),
    path(ONE, campaigns.campaign, name="campaign"),
    path(f"{ONE}/about", campaigns.DescribeCampaign.as_view(), name="campaign_about"),
    path(f"{ONE}/open", campaigns.open_it, name="campaign_open"),
    path(f"{ONE}/pause", campaigns.pause_it, name="campaign_pause"),
    path(f"{ONE}/rules", rules.rules, name="campaign_rules"),
    path(f"{ONE}/rules/hours", rules.Hours.as_view(), name="campaign_hours"),
    path(f"{ONE}/rules/script", rules.ChooseScript.as_view(), name="campaign_script"),
    path(f"{ONE}/rules/bands/new", rules.NewBand.as_view(), name="campaign_band_new"),
    path(f"{ONE}/rules/bands/<uuid:band_id>", rules.ChangeBand.as_view(), name="campaign_band"),
    path(f"{ONE}/rules/bands/<uuid:band_id>/remove", rules.take_band_away, name="campaign_band_remove"),
    path(f"{ONE}/rules/outcomes/new", rules.NewOutcome.as_view(), name="campaign_outcome_new"),
    path(f"{ONE}/rules/outcomes/<uuid:outcome_id>", rules.ChangeOutcome.as_view(), name="campaign_outcome"),
    path(f"{ONE}/rules/outcomes/<uuid:outcome_id>/retire", rules.stop_offering, name="campaign_outcome_retire"),
    path(f"{ONE}/rules/outcomes/<uuid:outcome_id>/bring-back", rules.offer_again, name="campaign_outcome_bring_back"),
]
