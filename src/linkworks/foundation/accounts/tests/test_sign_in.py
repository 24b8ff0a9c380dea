from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.urls import reverse

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.tests.factories import MembershipFactory, UserFactory
from linkworks.foundation.core import clock
from tests.support.database import as_owner
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

PASSWORD = "three odd herons dancing"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def user(team):
    made = UserFactory(name="Amina Yusuf", email="amina@example.org")
    made.set_password(PASSWORD)
    made.save()
    MembershipFactory(team=team, user=made, role=Role.LINK_WORKER)
    return made


def current_code(steps: int = 0) -> str:
    return format_hotp_value(hotp_value(SECRET, int(clock.now().timestamp()) // 30 + steps))


def give_password(client, email="amina@example.org", password=PASSWORD, **extra):
    return client.post("/sign-in", {"login": email, "password": password, **extra})


def text(response) -> str:
    return response.content.decode()


def test_the_page_asks_for_e_mail_and_password_so_that_a_password_manager_can_fill_them(client):
    html = text(client.get("/sign-in"))
    assert 'autocomplete="username"' in html
    assert 'autocomplete="current-password"' in html
    assert "<title>Sign in – Linkworks</title>" in html


def test_password_and_code_let_somebody_in(client, user):
    TOTP.activate(user, SECRET)
    assert give_password(client)["Location"] == "/sign-in/second-step"
    assert client.get("/account")["Location"].startswith("/sign-in?")
    assert client.post("/sign-in/second-step", {"code": current_code()})["Location"] == "/"
    assert client.get("/account").status_code == 200


def test_one_returns_to_the_page_one_asked_for_but_never_to_another_site(client, user):
    TOTP.activate(user, SECRET)
    assert client.get("/account/sessions")["Location"] == "/sign-in?next=/account/sessions"
    give_password(client, next="/account/sessions")
    answer = client.post("/sign-in/second-step", {"code": current_code()})
    assert answer["Location"] == "/account/sessions"
    client.post("/sign-out")
    give_password(client, next="https://example.com/")
    assert client.post("/sign-in/second-step", {"code": current_code(1)})["Location"] == "/"


def test_a_code_works_once(client, user):
    TOTP.activate(user, SECRET)
    give_password(client)
    client.post("/sign-in/second-step", {"code": current_code()})
    client.post("/sign-out")
    give_password(client)
    answer = client.post("/sign-in/second-step", {"code": current_code()})
    assert answer.status_code == 422
    assert "That code is not right" in text(answer)


def test_a_recovery_code_works_once(client, user):
    TOTP.activate(user, SECRET)
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    give_password(client)
    assert client.post("/sign-in/second-step", {"code": code})["Location"] == "/"
    client.post("/sign-out")
    give_password(client)
    assert client.post("/sign-in/second-step", {"code": code}).status_code == 422


def test_too_many_wrong_codes_must_wait(client, user):
    TOTP.activate(user, SECRET)
    give_password(client)
    for _ in range(5):
        client.post("/sign-in/second-step", {"code": "000000"})
    answer = client.post("/sign-in/second-step", {"code": current_code()})
    assert "too many wrong codes" in text(answer)


def test_wrong_password_and_unknown_address_are_answered_alike(client, user):
    wrong, unknown = give_password(client, password="wrong"), give_password(client, email="nobody@example.org")
    assert wrong.status_code == unknown.status_code == 422
    sentence = "Check your email address and your password: one of them is not right"
    assert text(wrong).count(sentence) == text(unknown).count(sentence) == 2


def test_after_eight_tries_a_page_says_when_to_try_again_and_the_right_password_waits_too(client, user, time_machine):
    time_machine.move_to(clock.now().replace(hour=10, minute=0, second=0, microsecond=0), tick=False)
    for _ in range(8):
        answer = give_password(client, password="wrong")
    assert answer.status_code == 429
    assert "today 10:15am" in text(answer)
    assert answer["Retry-After"] == "900"
    assert give_password(client).status_code == 429
    time_machine.shift(timedelta(minutes=16))
    assert give_password(client).status_code == 302


def test_somebody_else_at_the_same_address_can_still_sign_in(client, user, team):
    for _ in range(9):
        give_password(client, email="another@example.org", password="wrong")
    assert give_password(client).status_code == 302


def test_without_a_second_factor_everything_leads_to_setting_one_up(client, user):
    give_password(client)
    for page in ("/account/sessions", "/account", "/account/password"):
        assert client.get(page)["Location"].startswith("/account/second-step?")
    html = text(client.get("/account/second-step"))
    assert "Use an app" in html
    assert "Your account" not in html, "there is no menu yet"
    assert client.get("/account/app/add").status_code == 200


def test_setting_up_an_app_lets_somebody_in_and_shows_recovery_codes_once(client, user):
    give_password(client)
    page = client.get("/account/app/add")
    secret = page.context_data["form"].secret
    code = format_hotp_value(hotp_value(secret, int(clock.now().timestamp()) // 30))
    assert client.post("/account/app/add", {"code": code}, follow=True).redirect_chain == [
        ("/account/recovery-codes", 302)
    ]
    assert "shown once" in text(client.get("/account/recovery-codes"))
    assert client.get("/account").status_code == 200


def test_another_session_does_not_profit_from_a_factor_that_this_one_sets_up(client, user):
    stranger = client.__class__()
    give_password(stranger)
    give_password(client)
    TOTP.activate(user, SECRET)
    assert stranger.get("/account")["Location"].startswith("/account/second-step")


def test_ready_made_sign_ins_need_no_telephone_in_a_demonstration_only(client, user, monkeypatch):
    user.is_demonstration = True
    user.save()
    assert give_password(client)["Location"] == "/sign-in/not-in-use"
    assert client.get("/account").status_code == 302
    monkeypatch.setattr("linkworks.foundation.core.demonstration.is_marked", lambda connection: True)
    assert give_password(client)["Location"] == "/"
    assert client.get("/account").status_code == 200


def test_secrets_of_second_factors_are_sealed(user):
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in stored
    assert RecoveryCodes.activate(user).get_unused_codes()[0] not in stored


def test_whoever_is_no_longer_a_member_is_told_so_after_the_right_password_only(client, user):
    user.memberships.update(ended_at=clock.now())
    assert give_password(client, password="wrong").status_code == 422
    assert give_password(client)["Location"] == "/sign-in/not-in-use"
    assert "not a member of a team" in text(client.get("/sign-in/not-in-use"))


def test_signing_out_clears_what_the_browser_keeps(client, user):
    give_password(client)
    answer = client.post("/sign-out")
    assert answer["Clear-Site-Data"] == '"storage"'
    assert client.get("/account")["Location"].startswith("/sign-in")


def test_pages_of_somebody_signed_in_are_not_left_in_the_browser(signed_in, link_worker):
    assert signed_in(link_worker).get("/account")["Cache-Control"] == "private, no-store"


def test_a_script_is_told_by_a_header_that_nobody_is_signed_in(client):
    answer = client.get("/account", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["Linkworks-Session"]) == (401, "over")


@pytest.mark.django_db(transaction=True)
def test_signing_in_and_failing_to_are_written_down_without_what_was_typed(client, user):
    give_password(client, email="nobody@example.org", password="wrong")
    give_password(client)
    with as_owner() as owner:
        rows = owner.execute("SELECT event, actor_user_id, team_id, keys FROM audit_changeentry ORDER BY at").fetchall()
    assert rows == [("sign_in.failed", None, None, {"step": "password"}), ("sign_in.succeeded", user.pk, None, {})]


@pytest.mark.parametrize(
    "path", ["/accounts/signup/", "/accounts/email/", "/signup/", "/accounts/login/", "/2fa/", "/accounts/login/code/"]
)
def test_what_the_library_offers_besides_is_closed(client, path):
    assert client.get(path).status_code == 404


def test_no_page_of_signing_in_carries_script_or_style_of_its_own(client, user):
    for path in ("/sign-in", "/forgotten-password", "/forgotten-password/sent", reverse("account_inactive")):
        html = text(client.get(path))
        assert "<style" not in html
        assert " style=" not in html


def test_being_signed_in_costs_a_page_three_queries(signed_in, commissioner):
    client = signed_in(commissioner)
    client.get("/sign-out")
    with at_most(3):
        client.get("/sign-out")
