from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "linkworks.domain.casework"
    label = "casework"

    def ready(self) -> None:
        from linkworks.domain.casework import closing_conditions, events  # noqa: F401
        from linkworks.domain.casework.actions.appointments import call_off_appointments
        from linkworks.domain.casework.selectors.cases import holds_case_of
        from linkworks.domain.casework.selectors.safeguarding import why_case_waits_for_concern
        from linkworks.domain.casework.selectors.safety import why_case_waits_for_path
        from linkworks.domain.casework.timeline import sources  # noqa: F401
        from linkworks.domain.people import deaths
        from linkworks.foundation.access import openings

        openings.register(holds_case_of)
        deaths.register(call_off_appointments)
        closing_conditions.register(why_case_waits_for_path)
        closing_conditions.register(why_case_waits_for_concern)
