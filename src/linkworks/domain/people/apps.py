from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "linkworks.domain.people"
    label = "people"
