from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "linkworks.foundation.access"
    label = "access"
