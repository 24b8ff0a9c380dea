from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "linkworks.domain.referrals"
    label = "referrals"

    def ready(self) -> None:
        from linkworks.domain.people import deaths
        from linkworks.domain.referrals import events, person_tables, signposts  # noqa: F401
        from linkworks.domain.referrals.actions.deaths import withdraw_waiting_referrals

        signposts.put_up()
        deaths.register(withdraw_waiting_referrals)
