"""Passkeys in a real browser, whose authenticator is virtual: one is added, then it alone signs somebody in."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.tests.factories import MembershipFactory, UserFactory

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]

PASSWORD = "three odd herons dancing"


@pytest.fixture
def user(team) -> User:
    made = UserFactory(name="Amina Yusuf", email="amina@example.org")
    made.set_password(PASSWORD)
    made.save()
    MembershipFactory(team=team, user=made, role=Role.LINK_WORKER)
    return made


@pytest.fixture
def page(browser, live_server) -> Iterator[Page]:
    page = browser.new_page(base_url=live_server.url)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.context.close()
    assert not complaints


def sign_in_with_password(page: Page) -> None:
    page.goto("/sign-in?next=/account")
    page.get_by_label("Email address").fill("amina@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_passkey_is_added_and_alone_signs_somebody_in(page: Page, user: User) -> None:
    sign_in_with_password(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second step")
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_label("Name of this passkey").fill("Work laptop")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.get_by_role("button", name="I have kept my codes").click()
    expect(page.get_by_role("strong").filter(has_text="Work laptop")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    page.goto("/account/sessions")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_url(re.compile("/account/sessions$"))

    page.get_by_role("button", name="Sign out").click()
    sign_in_with_password(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Show that it is you")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_url(re.compile("/account$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
