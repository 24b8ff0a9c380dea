import pytest

from linkworks.domain.casework.tests.factories import WhatMattersFactory
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.selectors.finding import Telling, find_options

pytestmark = pytest.mark.django_db
EVERYWHERE = {"areas": [], "postcode_districts": [], "minimum_age": None, "maximum_age": None}


@pytest.fixture
def directory(db):
    return [
        ServiceFactory(name="Fresh Ledger", categories=["debt"], description="Debt advice.", **EVERYWHERE),
        ServiceFactory(name="Strollers", categories=["walking"], description="Led walks.", **EVERYWHERE),
        ServiceFactory(name="Comrades", categories=["veterans"], conditions_needed=["veteran"], **EVERYWHERE),
        ServiceFactory(name="Full House", categories=["walking"], live_state=LiveState.FULL, **EVERYWHERE),
    ]


def names(found) -> list[str]:
    return [option.service.name for option in found.options]


def test_options_follow_from_what_matters_and_a_free_sentence(case, link_worker, directory):
    WhatMattersFactory(case=case, words="I have always loved walking.")

    assert names(find_options(link_worker, case))[0] == "Strollers"
    found = find_options(link_worker, case, Telling("The bailiffs are coming and she owes thousands."))
    assert set(names(found)[:2]) == {"Fresh Ledger", "Strollers"}
    assert str(directory[0].pk) in {option.service.id for option in found.options}


def test_what_the_worker_confirms_and_overrides_counts(case, link_worker, directory):
    assert not {"Comrades", "Full House"} & set(names(find_options(link_worker, case)))

    told = Telling(confirmed=frozenset({"veteran"}), overridden=frozenset({"full"}))
    assert {"Comrades", "Full House"} <= set(names(find_options(link_worker, case, told)))


def test_a_changed_entry_is_seen_at_once(case, link_worker, directory):
    assert "Strollers" in names(find_options(link_worker, case))

    directory[1].live_state = LiveState.CLOSED_FOR_NOW
    directory[1].save()
    refused = {one.service.name: one.because for one in find_options(link_worker, case).not_offered}
    assert refused["Strollers"] == "it is closed"
