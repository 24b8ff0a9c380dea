from django.urls import path

from linkworks.domain.referrals.views.entry import EnterReferral
from linkworks.domain.referrals.views.inbox import inbox
from linkworks.domain.referrals.views.referral import referral
from linkworks.domain.referrals.views.triage import Answer, CorrectNhsNumber, Decline, Return, TakeBack, Withdraw
from linkworks.domain.referrals.views.who import SomebodyElse, Who

app_name = "referrals"
urlpatterns = [
    path("referrals", inbox, name="inbox"),
    path("referrals/new", EnterReferral.as_view(), name="new"),
    path("referrals/<uuid:referral_id>", referral, name="referral"),
    path("referrals/<uuid:referral_id>/who", Who.as_view(), name="who"),
    path("referrals/<uuid:referral_id>/nhs-number", CorrectNhsNumber.as_view(), name="nhs-number"),
    path("referrals/<uuid:referral_id>/somebody-else", SomebodyElse.as_view(), name="somebody-else"),
    path("referrals/<uuid:referral_id>/return", Return.as_view(), name="return"),
    path("referrals/<uuid:referral_id>/answer", Answer.as_view(), name="answer"),
    path("referrals/<uuid:referral_id>/decline", Decline.as_view(), name="decline"),
    path("referrals/<uuid:referral_id>/withdraw", Withdraw.as_view(), name="withdraw"),
    path("referrals/<uuid:referral_id>/take-back", TakeBack.as_view(), name="take-back"),
]
