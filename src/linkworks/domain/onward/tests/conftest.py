import pytest

from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.tests.factories import ChosenOptionFactory, OptionFactory


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
