from django.apps import AppConfig


class OnwardConfig(AppConfig):
    name = "linkworks.domain.onward"
    label = "onward"

    def ready(self) -> None:
        from linkworks.domain.onward import events, person_tables, timeline, wiring  # noqa: F401
