from django.urls import URLPattern, path

from linkworks.domain.onward.views import offer, options, outcome, refer_on, ways_on

app_name = "onward"
OPTION = "cases/<uuid:case_id>/options/<uuid:option_id>"
urlpatterns: list[URLPattern] = [
    path("cases/<uuid:case_id>/options", options.options, name="options"),
    path("cases/<uuid:case_id>/options/offer/<uuid:service_id>", offer.Offer.as_view(), name="offer"),
    path(OPTION, options.option_page, name="option"),
    path(f"{OPTION}/choice", offer.RecordChoice.as_view(), name="choice"),
    path(f"{OPTION}/signpost", ways_on.Signpost.as_view(), name="signpost"),
    path(f"{OPTION}/introduce", ways_on.Introduce.as_view(), name="introduce"),
    path(f"{OPTION}/refer-on", refer_on.ReferOn.as_view(), name="refer_on"),
    path(f"{OPTION}/referrals/<uuid:referral_id>/answer", ways_on.Answer.as_view(), name="answer"),
    path(f"{OPTION}/outcome", outcome.RecordOutcome.as_view(), name="outcome"),
    path(f"{OPTION}/outcomes/<uuid:outcome_id>/correct", outcome.CorrectOutcome.as_view(), name="correct"),
]
