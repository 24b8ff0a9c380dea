import pytest

from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.domain.directory.tests.factories import (
    CheckedServiceFactory,
    CollectionItemFactory,
    ServiceFactory,
    TeamCollectionFactory,
)
from linkworks.domain.onward.actions.hand_out import hand_out
from linkworks.domain.onward.tests.factories import (
    ChosenOptionFactory,
    OptionFactory,
    OptionsSheetFactory,
    SheetEntryFactory,
)
from linkworks.foundation.core.actor import Actor


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id, referral__person__given_name="Rosa")


@pytest.fixture
def service(db):
    return ServiceFactory(name="Deptford lunch club", organization__name="Albany Kitchen")


@pytest.fixture
def option(case, service):
    return OptionFactory(case=case, service=service)


@pytest.fixture
def wanted(case, service):
    """An option to which Rosa said yes."""
    return ChosenOptionFactory(case=case, service=service)


@pytest.fixture
def entry(case, option):
    """The lunch club on a sheet of Rosa's, not handed out yet. She was born in 1950."""
    case.person.change(date_of_birth="1950-01-31")
    case.person.refresh_from_db()
    return SheetEntryFactory(sheet=OptionsSheetFactory(case=case), option=option)


@pytest.fixture
def sheet(entry, link_worker):
    """The same, handed out; `sheet.token` is the secret of its link."""
    token = hand_out(link_worker, sheet=entry.sheet)
    entry.sheet.token = token
    return entry.sheet


@pytest.fixture
def by_link(team):
    return Actor.system("options sheet link", team.pk)


@pytest.fixture
def collection(team, link_worker):
    return TeamCollectionFactory(team=team, owner_id=link_worker.user_id)


@pytest.fixture
def put_in(collection):
    """A service at the end of the collection, with whatever is given of it and the worker's line about it."""

    def put_in(name, words="", **service):
        return CollectionItemFactory(
            collection=collection, service=CheckedServiceFactory(name=name, **service), words=words
        )

    return put_in
