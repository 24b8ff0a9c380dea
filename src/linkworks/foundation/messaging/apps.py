from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "linkworks.foundation.messaging"
    label = "messaging"

    def ready(self) -> None:
        from linkworks.foundation.messaging import events  # noqa: F401
