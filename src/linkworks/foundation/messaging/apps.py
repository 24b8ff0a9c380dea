from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "linkworks.foundation.messaging"
    label = "messaging"

    def ready(self) -> None:
        from linkworks.foundation.design import navigation
        from linkworks.foundation.design.navigation import NavigationItem, Place
        from linkworks.foundation.messaging import events  # noqa: F401
        from linkworks.foundation.messaging.policies import may_look_after_messages

        navigation.add(
            NavigationItem(
                "Stuck messages", "messaging:stuck", who=may_look_after_messages, order=5, place=Place.ACCOUNT
            )
        )
