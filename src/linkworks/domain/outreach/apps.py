from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "linkworks.domain.outreach"
    label = "outreach"

    def ready(self) -> None:
        from linkworks.domain.outreach import events, person_tables, timeline, wiring  # noqa: F401
