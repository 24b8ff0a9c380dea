"""Signing in, one's account, the lock, and the staff pages. "settled" is somebody with every kind of second factor."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from playwright.sync_api import Page

from linkworks.foundation.accounts import session_clock
from linkworks.foundation.accounts.actions import keep_typing
from linkworks.foundation.accounts.kept_typing import Typing
from linkworks.foundation.accounts.links import new_password_link
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.accounts.tests.factories import PASSWORD, MembershipFactory, PasskeyFactory, UserFactory
from tests.system.every_page.visit import Visit, form, read

SETTLED, WORKER, ADMINISTRATOR = "settled", "link_worker", "administrator"


def at(path: str):
    return lambda world: path


def user_of(world, name: str) -> User:
    return User.objects.get(pk=world.people[name].user_id)


def membership_of(world, name: str) -> Membership:
    return Membership.objects.get(user_id=world.people[name].user_id)


def member_page(part: str = "", name: str = WORKER):
    return lambda world: f"/staff/{membership_of(world, name).pk}{part}"


def press(name: str, label: str = "", text: str = ""):
    def step(page: Page) -> None:
        if label:
            page.get_by_label(label, exact=True).fill(text)
        page.get_by_role("button", name=name, exact=True).first.click()
        page.wait_for_load_state()

    return step


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.context.clear_cookies()
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_load_state()


def newcomer(world) -> str:
    """Somebody who has a password and no second step yet; gives their address."""
    user = UserFactory()
    user.set_password(PASSWORD)
    user.save()
    MembershipFactory(user=user, team=world.team)
    return user.email


def sign_in_settled(*steps):
    def walk(page: Page) -> None:
        sign_in(page, User.objects.get(name="Cleo Marsh").email)
        for step in steps:
            step(page)

    return walk


def sign_in_newcomer(page: Page) -> None:
    sign_in(page, User.objects.latest("created_at").email)


def try_too_often(page: Page) -> None:
    for _ in range(8):
        sign_in(page, "nobody@example.org", "wrong")


def link_to_choose(world) -> str:
    return "/choose-password/" + new_password_link(user_of(world, "caller")).partition("/choose-password/")[2]


def passkey_page(deed: str):
    def path(world) -> str:
        passkey = PasskeyFactory(user=user_of(world, SETTLED))
        return f"/account/passkeys/{passkey.pk}/{deed}"

    return path


def without_passkeys(world) -> str:
    Authenticator.objects.filter(user=user_of(world, SETTLED), type="webauthn").delete()
    return "/account/app/remove"


def with_passkey(path: str):
    return lambda world: PasskeyFactory(user=user_of(world, SETTLED)) and path


def send_no_passkey(page: Page) -> None:
    with page.expect_navigation():
        page.evaluate("document.querySelector('[data-module=app-passkey]').submit()")


def locked(page: Page) -> None:
    """As if nobody had touched this browser's session for an hour."""
    key = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "linkworks_session")
    session = Session.objects.get(session_key=key)
    data = session.get_decoded()
    data[session_clock.SEEN_AT] -= timedelta(hours=1).total_seconds()
    session.session_data = Session.get_session_store_class()().encode(data)
    session.save()
    page.goto("/account")


def after(*steps):
    def walk(page: Page) -> None:
        for step in steps:
            step(page)

    return walk


def holding(world) -> str:
    keep_typing.hold_post(user_of(world, WORKER), path="/account/sessions", typing=Typing((("note", "x"),), True))
    return "/kept"


def send_old_page(page: Page) -> None:
    page.evaluate("document.querySelector('main [name=csrfmiddlewaretoken]').value = 'old'")
    with page.expect_navigation():
        page.evaluate("document.querySelector('main form').submit()")


WAYS = {
    "accounts.sign_in": {
        "empty": Visit("", at("/sign-in")),
        "error": Visit("", at("/sign-in"), lambda page: sign_in(page, "nobody@example.com", "wrong")),
    },
    "accounts.too_many_tries": {"filled": Visit("", at("/sign-in"), try_too_often)},
    "accounts.second_step": {
        "code": Visit("", at("/sign-in"), sign_in_settled()),
        "passkey": Visit("", with_passkey("/sign-in"), sign_in_settled()),
        "error": Visit("", at("/sign-in"), sign_in_settled(press("Continue", "Security code", "000000"))),
    },
    "accounts.not_in_use": read("", at("/sign-in/not-in-use")),
    "accounts.sign_out": read(WORKER, at("/sign-out")),
    "accounts.forgotten_password": form("", at("/forgotten-password")),
    "accounts.password_link_sent": read("", at("/forgotten-password/sent")),
    "accounts.choose_password": {
        "empty": Visit("", link_to_choose),
        "error": Visit("", link_to_choose, press("Save the password", "New password", "short")),
        "expired": Visit("", at("/choose-password/1/no-such-key")),
    },
    "accounts.password_chosen": read("", at("/choose-password/done")),
    "accounts.set_up_second_step": {
        "filled": Visit("", lambda world: newcomer(world) and "/sign-in", sign_in_newcomer),
    },
    "accounts.account": {
        "app": Visit(WORKER, at("/account")),
        "passkeys": Visit(SETTLED, with_passkey("/account")),
    },
    "accounts.change_password": form(SETTLED, at("/account/password")),
    "accounts.add_app": form(WORKER, at("/account/app/add")),
    "accounts.remove_app": {
        "empty": Visit(SETTLED, with_passkey("/account/app/remove")),
        "error": Visit(SETTLED, without_passkeys),
    },
    "accounts.recovery_codes": {
        "shown": Visit(SETTLED, at("/account/recovery-codes/new"), press("Make new codes")),
        "seen_before": Visit(SETTLED, at("/account/recovery-codes"), lambda page: page.reload()),
    },
    "accounts.new_recovery_codes": read(SETTLED, at("/account/recovery-codes/new")),
    "accounts.add_passkey": {
        "empty": Visit(WORKER, at("/account/passkeys/add")),
        "error": Visit(WORKER, at("/account/passkeys/add"), send_no_passkey),
    },
    "accounts.rename_passkey": form(SETTLED, passkey_page("rename")),
    "accounts.remove_passkey": read(SETTLED, passkey_page("remove")),
    "accounts.sessions": {
        "one": Visit("commissioner", at("/account/sessions")),
        "several": Visit(WORKER, at("/account/sessions")),
    },
    "accounts.confirm_by_password": form(SETTLED, at("/account/confirm/password")),
    "accounts.confirm_by_code": form(SETTLED, at("/account/confirm/code")),
    "accounts.confirm_by_passkey": read(SETTLED, with_passkey("/account/confirm/passkey")),
    "accounts.unlock": {
        "password": Visit("locked_out", at("/account"), locked),
        "passkey": Visit(SETTLED, with_passkey("/account"), locked),
        "error": Visit("locked_out", at("/account"), after(locked, press("Unlock", "Your password", "wrong"))),
    },
    "accounts.old_page": {"filled": Visit(SETTLED, at("/account/password"), send_old_page)},
    "accounts.held_posts": {
        "empty": Visit("coordinator", at("/kept")),
        "filled": Visit(WORKER, holding),
    },
    "accounts.members": read(ADMINISTRATOR, at("/staff")),
    "accounts.member": {
        "colleague": Visit(ADMINISTRATOR, member_page()),
        "self": Visit(ADMINISTRATOR, member_page(name=ADMINISTRATOR)),
    },
    "accounts.invite": {
        **form(ADMINISTRATOR, at("/staff/invite")),
        "done": Visit(
            ADMINISTRATOR,
            at("/staff/invite"),
            lambda page: (
                page.get_by_label("Name").fill("Grace Bello"),
                page.get_by_label("Email address").fill("grace@example.org"),
                page.get_by_label("Coordinator").check(),
                press("Invite")(page),
            ),
        ),
    },
    "accounts.role": {
        "empty": Visit(ADMINISTRATOR, member_page("/role")),
        "error": Visit(
            ADMINISTRATOR,
            member_page("/role"),
            lambda page: (
                page.evaluate("document.querySelectorAll('[name=role]').forEach(radio => radio.checked = false)"),
                press("Save")(page),
            ),
        ),
    },
    "accounts.link": {
        "empty": Visit(ADMINISTRATOR, member_page("/link")),
        "done": Visit(ADMINISTRATOR, member_page("/link"), press("Make the link")),
    },
    "accounts.reset_second_step": read(ADMINISTRATOR, member_page("/reset")),
    "accounts.end_membership": read(ADMINISTRATOR, member_page("/end")),
}
