from django.apps import AppConfig


class PublicSiteConfig(AppConfig):
    name = "linkworks.interfaces.public_site"
    label = "public_site"
