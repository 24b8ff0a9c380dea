from django.apps import AppConfig


class WiringConfig(AppConfig):
    name = "linkworks.config"
    label = "config"
