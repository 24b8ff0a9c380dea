import pytest

from linkworks.domain.directory.tests.factories import CollectionFactory, CollectionItemFactory, TeamCollectionFactory


@pytest.fixture
def own(team, link_worker):
    """The link worker's own, with two services that are all well."""
    made = CollectionFactory(team=team, owner_id=link_worker.user_id)
    for name, words in (("Cruse", "Ask for Joy"), ("Lunch club", "")):
        CollectionItemFactory(collection=made, service__name=name, words=words)
    return made


@pytest.fixture
def shared(team, second_worker):
    """The team's, begun by somebody else."""
    return TeamCollectionFactory(
        team=team, owner_id=second_worker.user_id, title="New to the area", purpose="Finding one’s way about."
    )
