from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "linkworks.domain.directory"
    label = "directory"
