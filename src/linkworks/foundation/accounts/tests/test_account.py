from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from linkworks.foundation.accounts.jobs import forget_sessions
from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.presenters.sessions import device_in_words
from linkworks.foundation.core import clock
from tests.support.database import as_owner

pytestmark = pytest.mark.django_db

PASSWORD = "three odd herons dancing"
NEW_PASSWORD = "four even otters humming"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def user(link_worker) -> User:
    user = User.objects.get(pk=link_worker.user_id)
    user.set_password(PASSWORD)
    user.save()
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


@pytest.fixture
def worker(user, signed_in, link_worker) -> Client:
    client = signed_in(link_worker)
    client.get("/account")
    return client


def passkey(user, name="Work laptop") -> Authenticator:
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": name})


def text(response) -> str:
    return response.content.decode()


def confirm(client):
    client.post("/account/confirm/password", {"password": PASSWORD})


def test_changing_the_password_ends_all_other_sessions_and_not_this_one(worker, user):
    other = Client()
    other.force_login(user, backend="linkworks.foundation.accounts.backends.AuthenticationBackend")
    assert worker.post("/account/password", {"oldpassword": "wrong", "password1": NEW_PASSWORD}).status_code == 422
    answer = worker.post("/account/password", {"oldpassword": PASSWORD, "password1": NEW_PASSWORD})
    assert answer["Location"] == "/account"
    assert "Your password was changed" in text(worker.get("/account"))
    assert other.get("/account")["Location"].startswith("/sign-in")


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "12 characters"),
        ("password1234", "too common"),
        ("amina.yusuf.1", "too similar"),
        ("", "Enter new password"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(worker, password, said):
    answer = worker.post("/account/password", {"oldpassword": PASSWORD, "password1": password})
    assert answer.status_code == 422
    assert said in text(answer)


def test_a_password_never_stands_in_a_page(worker):
    answer = worker.post("/account/password", {"oldpassword": "hunter-two", "password1": "hunter"})
    assert "hunter" not in text(answer)


def test_what_changes_signing_in_asks_for_the_password_again(worker, time_machine):
    time_machine.move_to(clock.now() + timedelta(minutes=6), tick=False)
    answer = worker.get("/account/recovery-codes/new")
    assert answer["Location"].startswith("/account/confirm/password?next=")
    page = worker.get(answer["Location"])
    assert "Confirm that it is you" in text(page)
    assert "Enter a code from your app" in text(page)
    assert worker.post(answer["Location"], {"password": "wrong"}).status_code == 422
    assert worker.post(answer["Location"], {"password": PASSWORD})["Location"] == "/account/recovery-codes/new"


def test_one_can_confirm_by_a_code(worker, time_machine):
    time_machine.move_to(clock.now() + timedelta(minutes=6), tick=False)
    code = format_hotp_value(hotp_value(SECRET, int(clock.now().timestamp()) // 30))
    answer = worker.post("/account/confirm/code?next=/account/app/remove", {"code": code})
    assert answer["Location"] == "/account/app/remove"


def test_the_only_second_step_cannot_be_removed(worker, user):
    confirm(worker)
    assert "This is your only second step" in text(worker.get("/account/app/remove"))
    assert worker.post("/account/app/remove").status_code == 422
    kept = passkey(user)
    Authenticator.objects.filter(type="totp").delete()
    worker.post(f"/account/passkeys/{kept.pk}/remove")
    assert Authenticator.objects.filter(pk=kept.pk).exists()


def test_one_of_several_second_steps_can_be_removed(worker, user):
    confirm(worker)
    passkey(user)
    assert worker.post("/account/app/remove")["Location"] == "/account"
    assert not Authenticator.objects.filter(type="totp").exists()
    assert RecoveryCodes.activate(user).get_unused_codes()


def test_passkeys_are_renamed_and_removed_by_their_owner_alone(worker, user, second_worker):
    confirm(worker)
    mine, theirs = passkey(user), passkey(User.objects.get(pk=second_worker.user_id), "Theirs")
    worker.post(f"/account/passkeys/{mine.pk}/rename", {"name": "Phone"})
    page = text(worker.get("/account"))
    assert "Phone" in page
    assert "Theirs" not in page
    assert worker.post(f"/account/passkeys/{mine.pk}/remove")["Location"] == "/account"
    for deed in ("rename", "remove"):
        assert worker.get(f"/account/passkeys/{theirs.pk}/{deed}").status_code == 404


def test_recovery_codes_are_shown_once_and_can_be_made_anew(worker, user):
    confirm(worker)
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    first = text(worker.get("/account/recovery-codes"))
    assert code in first
    assert 'download="linkworks-recovery-codes.txt"' in first
    second = text(worker.get("/account/recovery-codes"))
    assert code not in second
    assert "10 codes left of 10" in second
    worker.post("/account/recovery-codes/new")
    third = text(worker.get("/account/recovery-codes"))
    assert code not in third
    assert "They are shown only now" in third


def test_one_sees_where_one_is_signed_in_and_ends_the_others(user, signed_in, link_worker):
    worker = signed_in(link_worker)
    edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"
    worker.get("/account", headers={"User-Agent": edge})
    other = Client(headers={"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile Safari/604.1"})
    other.force_login(user, backend="linkworks.foundation.accounts.backends.AuthenticationBackend")
    other.get("/account")
    page = text(worker.get("/account/sessions"))
    assert "Edge on Windows</strong> (this one)" in page
    assert "Safari on an iPhone" in page
    worker.post("/account/sessions")
    assert other.get("/account")["Location"].startswith("/sign-in")
    assert worker.get("/account").status_code == 200


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
            "Chrome on an Android device",
        ),
        ("curl/8.0", "A browser"),
    ],
)
def test_devices_are_told_in_words(user_agent, words):
    assert device_in_words(user_agent) == words


def test_a_forgotten_password_is_chosen_anew_by_a_link_and_strangers_learn_nothing(client, user):
    known = client.post("/forgotten-password", {"email": user.email})
    unknown = client.post("/forgotten-password", {"email": "nobody@example.org"})
    assert known["Location"] == unknown["Location"] == "/forgotten-password/sent"
    (letter,) = mail.outbox
    assert letter.to == [user.email]
    assert letter.subject == "Choose a new password for Linkworks"
    path = next(word for word in letter.body.split() if "/choose-password/" in word).partition("localhost:8000")[2]
    form = client.get(path, follow=True).redirect_chain[-1][0]
    assert client.post(form, {"password1": NEW_PASSWORD})["Location"] == "/choose-password/done"
    assert (
        client.post("/sign-in", {"login": user.email, "password": NEW_PASSWORD})["Location"] == "/sign-in/second-step"
    )


@pytest.mark.django_db(transaction=True)
def test_a_second_step_is_added_in_earnest_and_all_of_it_written_down(client, team, link_worker):
    user = User.objects.get(pk=link_worker.user_id)
    user.set_password(PASSWORD)
    user.save()
    client.post("/sign-in", {"login": user.email, "password": PASSWORD})
    secret = client.get("/account/app/add").context_data["form"].secret
    code = format_hotp_value(hotp_value(secret, int(clock.now().timestamp()) // 30))
    page = text(client.post("/account/app/add", {"code": code}, follow=True))
    assert "The authenticator app was added" in page
    assert "They are shown only now" in page
    client.post("/account/password", {"oldpassword": PASSWORD, "password1": NEW_PASSWORD})
    with as_owner() as owner:
        rows = owner.execute("SELECT event, actor_user_id, keys FROM audit_changeentry ORDER BY at").fetchall()
    assert rows == [
        ("sign_in.succeeded", user.pk, {}),
        ("sign_in.factor_added", user.pk, {"kind": "app"}),
        ("sign_in.password_chosen", user.pk, {}),
    ]


@pytest.mark.parametrize("credential", ["", "{}", "not json", '{"id": "x", "response": {}}'])
def test_what_is_no_passkey_is_refused_with_what_to_do_instead(worker, credential):
    worker.get("/account/passkeys/add")
    answer = worker.post("/account/passkeys/add", {"name": "", "credential": credential})
    assert answer.status_code == 422
    assert "Try again, or add an app instead" in text(answer)


@pytest.mark.parametrize("credential", ["", "{}", "not json", '{"id": "x", "response": {}}'])
def test_what_is_no_passkey_signs_nobody_in(client, user, credential):
    assert client.post("/sign-in/passkey", {"credential": credential})["Location"] == "/sign-in"
    assert "Your passkey was not accepted" in text(client.get("/sign-in"))


def test_sessions_that_are_over_are_forgotten(worker, user, time_machine):
    other = Client()
    other.force_login(user, backend="linkworks.foundation.accounts.backends.AuthenticationBackend")
    forget_sessions(0)
    assert worker.get("/account").status_code == 200
    time_machine.move_to(clock.now() + timedelta(days=8))
    forget_sessions(0)
    assert not Session.objects.exists()
    assert not UserSession.objects.exists()


def test_a_password_of_any_length_is_answered(client, user):
    answer = client.post("/sign-in", {"login": user.email, "password": "x" * 1_000_000})
    assert answer.status_code == 422
    assert "250 characters at most" in text(answer)
