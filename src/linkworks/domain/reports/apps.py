from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "linkworks.domain.reports"
    label = "reports"
