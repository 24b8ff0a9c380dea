from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "linkworks.domain.referrals"
    label = "referrals"
