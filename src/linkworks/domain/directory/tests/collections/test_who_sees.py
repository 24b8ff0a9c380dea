import pytest

from linkworks.domain.directory.actions.collections import edit_collection
from linkworks.domain.directory.selectors.collections import get_collection, list_collections
from linkworks.domain.directory.tests.factories import CollectionFactory, CollectionItemFactory, TeamCollectionFactory
from linkworks.foundation.accounts.models import Membership
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db


def titles(actor, **asked):
    return [one.title for one in list_collections(actor, **asked)]


def test_ones_own_and_the_teams_are_there_and_nobody_elses(link_worker, second_worker, own, shared):
    assert titles(link_worker) == ["First week after bereavement", "New to the area"]
    assert titles(second_worker) == ["New to the area"]
    with pytest.raises(NotFound):
        get_collection(second_worker, own.pk)


def test_what_somebody_kept_who_has_left_is_the_teams(link_worker, second_worker, own):
    Membership.objects.filter(user_id=link_worker.user_id).update(ended_at=clock.now())
    assert titles(second_worker) == ["First week after bereavement"]


def test_another_teams_is_not_there(link_worker, shared, other_team_worker):
    assert titles(other_team_worker) == []
    with pytest.raises(NotFound):
        get_collection(other_team_worker, shared.pk)


@pytest.mark.parametrize("who", ["commissioner", "administrator"])
def test_who_does_not_work_with_people_keeps_none(who, shared, request):
    with pytest.raises(NotAllowed):
        list_collections(request.getfixturevalue(who))


def test_those_most_used_stand_first(team, link_worker, own, shared):
    TeamCollectionFactory(team=team, owner_id=link_worker.user_id, title="Used", times_used=3)
    assert titles(link_worker) == ["Used", "First week after bereavement", "New to the area"]


@pytest.mark.parametrize("words", ["bereavement", "WEEK first", "somebody to talk", "cruse", "joy"])
def test_words_find_by_name_purpose_service_and_line(link_worker, own, shared, words):
    assert titles(link_worker, words=words) == ["First week after bereavement"]


def test_every_word_must_be_said(link_worker, own):
    assert titles(link_worker, words="cruse debt") == []


def test_a_list_counts_each_service_once(link_worker, own):
    CollectionItemFactory(collection=own, service__name="Cruse again")
    assert list_collections(link_worker, words="cruse")[0].number_of_services == 3


def test_a_colleague_may_change_the_teams_but_not_take_it_for_its_owner_alone(link_worker, shared):
    told = {"collection": shared, "title": "New here", "purpose": "Finding one’s way"}
    edit_collection(link_worker, **told, is_shared=True)
    with pytest.raises(Refused, match="Only its owner") as refusal:
        edit_collection(link_worker, **told, is_shared=False)
    assert refusal.value.field == "is_shared"


def test_its_owner_may_take_it_back(second_worker, link_worker, shared):
    edit_collection(second_worker, collection=shared, title="Mine", purpose="Mine", is_shared=False)
    assert titles(link_worker) == []


def test_retired_ones_stand_apart(team, link_worker, own):
    CollectionFactory(team=team, owner_id=link_worker.user_id, title="Old", retired_at=clock.now())
    assert titles(link_worker) == ["First week after bereavement"]
    assert titles(link_worker, is_retired=True) == ["Old"]
