from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "linkworks.domain.casework"
    label = "casework"
