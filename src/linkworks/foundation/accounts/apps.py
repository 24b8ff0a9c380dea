from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "linkworks.foundation.accounts"
    label = "accounts"

    def ready(self) -> None:
        from linkworks.foundation.accounts import events, second_factor, signposts  # noqa: F401

        second_factor.watch()
        signposts.put_up()
