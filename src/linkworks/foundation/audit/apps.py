from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "linkworks.foundation.audit"
    label = "audit"
