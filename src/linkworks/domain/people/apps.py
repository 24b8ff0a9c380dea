from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "linkworks.domain.people"
    label = "people"

    def ready(self) -> None:
        from linkworks.domain.people import events, person_tables  # noqa: F401
