import json

import pytest
from django.db import connection
from django.http import HttpResponse

from linkworks.foundation.access.database import acting, history_of
from linkworks.foundation.access.middleware import ActorTransaction
from linkworks.foundation.core.actor import Actor

pytestmark = pytest.mark.django_db


def setting(name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [name])
        return cursor.fetchone()[0]


@pytest.fixture
def answer_of(rf):
    def ask(method):
        request = getattr(rf, method)("/")
        request.admitted = False
        seen = {}

        def view(_request):
            names = ("statement_timeout", "idle_in_transaction_session_timeout", "pghistory.context_metadata")
            seen.update({name: setting(name) for name in names})
            return HttpResponse()

        ActorTransaction(view)(request)
        return seen

    return ask


def test_who_acted_before_acts_again_afterwards(team, other_team):
    with acting(Actor.system("test", other_team.pk)):
        with acting(Actor.nobody()):
            assert setting("linkworks.team_id") == ""
        assert setting("linkworks.team_id") == str(other_team.pk)
    assert setting("linkworks.team_id") == str(team.pk)


def test_who_acted_before_acts_again_after_an_error(team, other_team):
    with pytest.raises(ValueError, match="wrong"), acting(Actor.system("test", other_team.pk)):
        raise ValueError("wrong")
    with acting(Actor.nobody()):
        pass
    assert setting("linkworks.team_id") == str(team.pk)


def test_no_request_keeps_the_database_waiting_for_longer_than_a_minute(answer_of):
    seen = answer_of("get")
    assert seen["statement_timeout"] == seen["idle_in_transaction_session_timeout"] == "1min"


def test_what_a_request_changes_says_who_and_in_which_request(answer_of):
    assert set(json.loads(answer_of("post")["pghistory.context_metadata"])) == {"actor", "request_id"}
    assert history_of("Dev", "7")["pghistory.context_id"] != history_of("Dev", "7")["pghistory.context_id"]
