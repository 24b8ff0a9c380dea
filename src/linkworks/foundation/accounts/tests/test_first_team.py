import re

import pytest
from django.core.management import CommandError, call_command

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, User

pytestmark = pytest.mark.django_db

GIVEN = {
    "team": "Deptford link workers",
    "slug": "deptford",
    "admin_email": "Frank@example.org",
    "admin_name": "Frank Adeyemi",
}
PASSWORD = "three odd herons dancing"


def test_the_first_administrator_chooses_a_password_and_sets_up_a_second_step(client, capsys):
    call_command("first_team", **GIVEN)
    link = re.search(r"http://localhost:\d+(/choose-password/\S+)", capsys.readouterr().out)[1]
    membership = Membership.objects.get()
    assert (membership.role, membership.user.email, membership.team.slug) == (
        Role.ADMINISTRATOR,
        "frank@example.org",
        "deptford",
    )

    page = client.get(link, follow=True)
    assert "<title>Choose a password – Linkworks</title>" in page.content.decode()
    path = page.redirect_chain[-1][0]
    assert "set-password" in path, "the secret has left the address"
    assert client.post(path, {"password1": "short"}).status_code == 422
    assert client.post(path, {"password1": "frank@example.org"}).status_code == 422
    assert client.post(path, {"password1": PASSWORD})["Location"] == "/choose-password/done"
    assert "no longer works" in client.get(link).content.decode()

    answer = client.post("/sign-in", {"login": "frank@example.org", "password": PASSWORD})
    assert answer["Location"] == "/"
    assert client.get("/account")["Location"].startswith("/account/second-step")


def test_there_is_a_first_team_once_unless_another_is_meant(capsys):
    call_command("first_team", **GIVEN)
    other = GIVEN | {"slug": "catford", "admin_email": "grace@example.org"}
    with pytest.raises(CommandError, match="There is a team already"):
        call_command("first_team", **other)
    call_command("first_team", **other, another=True)
    assert User.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"slug": "Not a slug"}, "valid"),
        ({"admin_email": "nowhere"}, "valid email"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(wrong, said):
    with pytest.raises(CommandError, match=said):
        call_command("first_team", **(GIVEN | wrong))
    assert not User.objects.exists()
