from uuid import UUID, uuid4

import pytest
from django.db import connection

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership
from linkworks.foundation.accounts.tests.factories import MembershipFactory
from linkworks.foundation.core.question import Question, add, change

pytestmark = pytest.mark.django_db

OF_USER = Question(
    lambda user: Membership.objects.select_related("user", "team").filter(user_id=user).order_by("role"), user=UUID
)


@pytest.fixture
def membership():
    return MembershipFactory()


def test_a_question_gives_the_rows_that_its_queryset_gives(membership):
    MembershipFactory()
    (found,) = OF_USER.rows(user=membership.user_id)
    assert found == membership
    assert (found.user.name, found.team.slug) == (membership.user.name, membership.team.slug)
    assert OF_USER.first(user=uuid4()) is None


def test_a_question_is_planned_once(membership):
    for user in (membership.user_id, uuid4(), uuid4()):
        OF_USER.rows(user=user)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", ['%ORDER BY "accounts_membership"%']
        )
        assert cursor.fetchone() == (1,)


def test_a_row_is_added_as_saving_it_would(membership):
    other = Membership(user=membership.user, team=membership.team, role=Role.CALLER, ended_at=membership.created_at)
    add(other)
    other.change(role=Role.COORDINATOR)
    assert Membership.objects.get(pk=other.pk).role == Role.COORDINATOR


def test_rows_are_added_by_one_statement(membership, django_assert_num_queries):
    ended = {"team": membership.team, "ended_at": membership.created_at}
    rows = [Membership(user=membership.user, role=role, **ended) for role in (Role.CALLER, Role.COORDINATOR)]
    with django_assert_num_queries(1):
        add(*rows)
    assert set(Membership.objects.filter(user=membership.user)) == {membership, *rows}


def test_rows_are_changed_where_they_are_as_said(membership):
    where = {"id": membership.pk, "role": membership.role}
    assert change(Membership, where, role=Role.CALLER, ended_at=None) == 1
    assert change(Membership, where, role=Role.COORDINATOR) == 0
    assert Membership.objects.get(pk=membership.pk).role == Role.CALLER
