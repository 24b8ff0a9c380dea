from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "linkworks.domain.people"
    label = "people"

    def ready(self) -> None:
        from linkworks.domain.people import events, person_tables  # noqa: F401
        from linkworks.domain.people.policies import may_restrict, works_with_people
        from linkworks.foundation.design.navigation import NavigationItem, add

        add(NavigationItem("Find anyone", "people:find", who=works_with_people, order=30))
        add(NavigationItem("Restricted records", "people:restrictions", who=may_restrict, order=80))
