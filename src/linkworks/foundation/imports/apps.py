from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "linkworks.foundation.imports"
    label = "imports"
