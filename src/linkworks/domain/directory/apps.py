from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "linkworks.domain.directory"
    label = "directory"

    def ready(self) -> None:
        from linkworks.domain.directory import events  # noqa: F401
