from django.apps import AppConfig


class OnwardConfig(AppConfig):
    name = "linkworks.domain.onward"
    label = "onward"
