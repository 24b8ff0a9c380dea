import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client

from linkworks.foundation.accounts import second_factor, selectors
from linkworks.foundation.accounts.actions import staff
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.accounts.tests.factories import MembershipFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db

BACKEND = "linkworks.foundation.accounts.backends.AuthenticationBackend"


@pytest.fixture
def colleague(team, link_worker) -> Membership:
    return Membership.objects.get(user_id=link_worker.user_id)


@pytest.fixture
def their_browser(colleague) -> Client:
    client = Client()
    client.force_login(colleague.user, backend=BACKEND)
    session = client.session
    second_factor.note_shown(session, colleague.user)
    session.save()
    assert client.get("/account").status_code == 200
    return client


def text(response) -> str:
    return response.content.decode()


def events(membership) -> list[str]:
    return list(ChangeEntry.objects.filter(subject_id=membership.pk).order_by("at").values_list("event", flat=True))


def test_an_administrator_invites_and_the_link_lets_the_invited_choose_a_password(
    signed_in, administrator, django_capture_on_commit_callbacks
):
    client = signed_in(administrator)
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(
            "/staff/invite", {"name": "Grace Bello", "email": "Grace@Example.org", "role": "coordinator"}
        )
    membership = Membership.objects.get(user__email="grace@example.org")
    assert (membership.role, membership.team_id) == (Role.COORDINATOR, administrator.team_id)
    assert events(membership) == ["staff.invited"]
    link = re.search(r"http://\S+/choose-password/[^\s<]+", text(done))[0]
    (letter,) = mail.outbox
    assert link in letter.body
    assert "Grace Bello" in letter.body
    path = link.partition("//")[2].partition("/")[2]
    assert "Choose a password" in text(Client().get(f"/{path}", follow=True))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": ""}, "Enter a name"),
        ({"email": "nowhere"}, "name@example.com"),
        ({"role": ""}, "Choose a role"),
    ],
)
def test_an_invitation_says_what_is_missing(signed_in, administrator, given, said):
    answers = {"name": "Grace Bello", "email": "grace@example.org", "role": "coordinator"} | given
    answer = signed_in(administrator).post("/staff/invite", answers)
    assert answer.status_code == 422
    assert said in text(answer)


def test_whoever_is_a_member_anywhere_cannot_be_invited(signed_in, administrator, other_team_worker):
    email = User.objects.get(pk=other_team_worker.user_id).email
    answer = signed_in(administrator).post("/staff/invite", {"name": "X", "email": email, "role": "link_worker"})
    assert answer.status_code == 422
    assert "a member of a team already" in text(answer)


def test_whoever_left_comes_back_as_who_they_were(administrator, colleague):
    staff.end_membership(administrator, membership=colleague)
    again = staff.invite(administrator, name="Amina Bello", email=colleague.user.email, role=Role.TEAM_LEAD)
    assert again.user_id == colleague.user_id
    assert again.pk != colleague.pk


def test_the_list_shows_who_still_has_no_second_step(signed_in, administrator, colleague):
    TOTP.activate(colleague.user, "JBSWY3DPEHPK3PXP")
    page = text(signed_in(administrator).get("/staff"))
    assert page.count("Set up") == 1
    assert page.count("Not yet") == 2, "the administrator's second step; the colleague never signed in"


def test_a_role_is_changed_and_counts_at_once(signed_in, administrator, colleague, their_browser):
    client = signed_in(administrator)
    form = text(client.get(f"/staff/{colleague.pk}/role"))
    assert 'value="link_worker" checked' in form
    client.post(f"/staff/{colleague.pk}/role", {"role": "administrator", "_version": "1"})
    assert their_browser.get("/staff").status_code == 200
    assert ChangeEntry.objects.get(event="staff.role_changed").keys == {
        "former": "link_worker",
        "role": "administrator",
    }


def test_two_administrators_changing_a_role_conflict(signed_in, administrator, colleague):
    client = signed_in(administrator)
    client.post(f"/staff/{colleague.pk}/role", {"role": "team_lead", "_version": "1"})
    answer = client.post(f"/staff/{colleague.pk}/role", {"role": "coordinator", "_version": "1"})
    assert answer.status_code == 409


def test_ending_a_membership_signs_out_at_once_and_takes_password_and_factors(
    signed_in, administrator, colleague, their_browser
):
    TOTP.activate(colleague.user, "JBSWY3DPEHPK3PXP")
    assert "Their cases stay with them" in text(signed_in(administrator).get(f"/staff/{colleague.pk}/end"))
    signed_in(administrator).post(f"/staff/{colleague.pk}/end")
    assert their_browser.get("/account")["Location"].startswith("/sign-in")
    colleague.refresh_from_db()
    assert colleague.ended_at
    assert not User.objects.get(pk=colleague.user_id).has_usable_password()
    assert not UserSession.objects.filter(user=colleague.user).exists()
    assert not selectors.users_with_second_factor([colleague.user_id])
    assert events(colleague) == ["staff.membership_ended"]


def test_a_second_step_is_reset_and_its_owner_signed_out(signed_in, administrator, colleague, their_browser):
    TOTP.activate(colleague.user, "JBSWY3DPEHPK3PXP")
    signed_in(administrator).post(f"/staff/{colleague.pk}/reset")
    assert not selectors.users_with_second_factor([colleague.user_id])
    assert their_browser.get("/account")["Location"].startswith("/sign-in")
    assert events(colleague) == ["staff.second_factor_reset"]


def test_a_link_is_made_and_written_down(signed_in, administrator, colleague):
    done = signed_in(administrator).post(f"/staff/{colleague.pk}/link")
    assert "/choose-password/" in text(done)
    assert events(colleague) == ["staff.link_made"]


@pytest.mark.parametrize("deed", [staff.end_membership, staff.reset_second_factor, staff.note_link_made])
def test_nobody_does_this_to_themselves(administrator, deed):
    own = Membership.objects.get(user_id=administrator.user_id)
    with pytest.raises(Refused):
        deed(administrator, membership=own)


@pytest.mark.parametrize("deed", [staff.end_membership, staff.reset_second_factor, staff.note_link_made])
def test_only_administrators_manage_staff(team_lead, colleague, deed):
    with pytest.raises(NotAllowed):
        deed(team_lead, membership=colleague)
    with pytest.raises(NotAllowed):
        staff.invite(team_lead, name="X", email="x@example.org", role=Role.LINK_WORKER)
    with pytest.raises(NotAllowed):
        selectors.list_members(team_lead)


def test_another_teams_members_are_not_there(signed_in, administrator, other_team):
    theirs = MembershipFactory(team=other_team)
    with pytest.raises(NotFound):
        selectors.get_member(administrator, theirs.pk)
    with pytest.raises(NotAllowed):
        staff.end_membership(administrator, membership=theirs)
    client = signed_in(administrator)
    for page in ("", "/role", "/end", "/link", "/reset"):
        assert client.get(f"/staff/{theirs.pk}{page}").status_code == 404


def test_the_staff_pages_are_the_administrators_alone(signed_in, team_lead, colleague):
    client = signed_in(team_lead)
    for page in ("/staff", f"/staff/{colleague.pk}"):
        assert client.get(page).status_code == 403
    assert "Staff" not in text(client.get("/account"))


def test_administrators_come_to_the_staff_first(signed_in, administrator):
    assert signed_in(administrator).get("/")["Location"] == "/staff"


def test_a_coordinator_invites_callers_and_nobody_else(signed_in, coordinator):
    client = signed_in(coordinator)
    assert 'name="role"' not in text(client.get("/staff/invite"))
    done = client.post("/staff/invite", {"name": "Joan Abbott", "email": "joan@example.org", "role": "administrator"})
    assert Membership.objects.get(user__email="joan@example.org").role == Role.CALLER
    assert "Back to staff" not in text(done)
    with pytest.raises(NotAllowed):
        staff.invite(coordinator, name="Ann", email="ann@example.org", role=Role.LINK_WORKER)
    assert client.get("/staff").status_code in (403, 404)


def test_a_link_worker_invites_nobody(signed_in, link_worker):
    with pytest.raises(NotAllowed):
        staff.invite(link_worker, name="Ann", email="ann@example.org", role=Role.CALLER)
    assert signed_in(link_worker).get("/staff/invite").status_code == 403
