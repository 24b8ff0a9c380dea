from django.apps import AppConfig


class OpenReferralConfig(AppConfig):
    name = "linkworks.interfaces.interop.open_referral"
    label = "open_referral"
