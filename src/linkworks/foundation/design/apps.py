from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "linkworks.foundation.design"
    label = "design"
