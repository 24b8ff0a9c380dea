from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "linkworks.demonstration"
    label = "demonstration"
