from django.apps import AppConfig


class ClientLinkConfig(AppConfig):
    name = "linkworks.interfaces.client_link"
    label = "client_link"
