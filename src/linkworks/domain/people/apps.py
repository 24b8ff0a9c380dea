from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "linkworks.domain.people"
    label = "people"

    def ready(self) -> None:
        from linkworks.domain.people import events, person_tables  # noqa: F401
        from linkworks.domain.people.policies import works_with_people
        from linkworks.foundation.design import navigation

        navigation.add(navigation.NavigationItem("Find anyone", "people:find", who=works_with_people, order=30))
