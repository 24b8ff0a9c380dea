from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "linkworks.domain.referrals"
    label = "referrals"

    def ready(self) -> None:
        from linkworks.domain.referrals import events, person_tables, signposts  # noqa: F401

        signposts.put_up()
