from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "linkworks.domain.reports"
    label = "reports"

    def ready(self) -> None:
        from linkworks.domain.reports.policies import may_read_figures
        from linkworks.foundation.design import navigation

        navigation.add(navigation.NavigationItem("Figures", "reports:figures", who=may_read_figures, order=35))
