"""Running a campaign."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.views import campaigns

ONE = "campaigns/<uuid:campaign_id>"

patterns: list[URLPattern] = [
    path("campaigns", campaigns.campaigns, name="campaigns"),
    path("campaigns/new", campaigns.NewCampaign.as_view(), name="campaign_new"),
    path(ONE, campaigns.campaign, name="campaign"),
]
