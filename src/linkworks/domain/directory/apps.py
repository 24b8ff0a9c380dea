from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "linkworks.domain.directory"
    label = "directory"

    def ready(self) -> None:
        from linkworks.domain.directory import events  # noqa: F401
        from linkworks.domain.directory.policies import may_import_services, may_search_directory
        from linkworks.domain.directory.presenters.waiting import waiting_panel
        from linkworks.foundation.design import navigation, panels

        navigation.add(navigation.NavigationItem("Directory", "directory:search", who=may_search_directory, order=40))
        navigation.add(
            navigation.NavigationItem(
                "Imports",
                "directory:imports",
                who=may_import_services,
                order=4,
                place=navigation.Place.ACCOUNT,
            )
        )
        waiting = "directory/panels/waiting.jinja"
        panels.add(panels.Panel("my_day.waiting_on_me", waiting, waiting_panel, order=80))
