from django.apps import AppConfig


class PartnerPortalConfig(AppConfig):
    name = "linkworks.interfaces.partner_portal"
    label = "partner_portal"
