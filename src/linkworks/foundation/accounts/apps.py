from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "linkworks.foundation.accounts"
    label = "accounts"

    def ready(self) -> None:
        from linkworks.foundation.accounts import events, second_factor, signposts  # noqa: F401
        from linkworks.foundation.accounts.keeper import StaffKeeper
        from linkworks.foundation.design import unsaved

        second_factor.watch()
        signposts.put_up()
        unsaved.keep_with(StaffKeeper())
