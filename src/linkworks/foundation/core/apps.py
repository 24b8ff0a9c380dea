from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "linkworks.foundation.core"
    label = "core"
