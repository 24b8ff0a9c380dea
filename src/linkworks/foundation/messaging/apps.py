from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "linkworks.foundation.messaging"
    label = "messaging"
