import pytest

from linkworks.domain.directory.selectors import search_services
from linkworks.domain.directory.tests.factories import FullServiceFactory, ServiceFactory
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db


def found(actor: Actor, words: str) -> list[str]:
    return [service.name for service in search_services(actor, words)]


def test_words_find_their_stems(link_worker):
    ServiceFactory(name="Sisters on Foot", description="Weekly walking group")
    assert found(link_worker, "walks") == ["Sisters on Foot"]


def test_a_typing_slip_is_forgiven(link_worker):
    ServiceFactory(name="Wren House", description="Bereavement counselling")
    assert found(link_worker, "bereavment") == ["Wren House"]


def test_a_service_named_so_comes_before_one_that_mentions_it(link_worker):
    ServiceFactory(name="Friends of Mind", description="Not run by them")
    ServiceFactory(name="Advice shop", description="Sends people to mind their money")
    assert found(link_worker, "mind")[0] == "Friends of Mind"


def test_a_full_service_sinks_and_stays_findable(link_worker):
    FullServiceFactory(name="Chess club", description="Chess on Mondays")
    ServiceFactory(name="Draughts club", description="Chess on Fridays as well, chess for all")
    assert set(found(link_worker, "chess")) == {"Chess club", "Draughts club"}


def test_no_words_list_every_service_by_name(link_worker):
    ServiceFactory(name="B")
    ServiceFactory(name="A")
    assert found(link_worker, " ") == ["A", "B"]


def test_strangers_are_not_answered_here():
    with pytest.raises(NotAllowed):
        search_services(Actor.nobody(), "anything")
