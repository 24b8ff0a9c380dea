from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "linkworks.domain.casework"
    label = "casework"

    def ready(self) -> None:
        from linkworks.domain.casework import events, person_tables, wiring  # noqa: F401
        from linkworks.domain.casework.timeline import sources  # noqa: F401
