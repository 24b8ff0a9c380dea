from datetime import timedelta

import pytest

from linkworks.domain.casework.selectors.contacts import list_tries_since_contact
from linkworks.domain.casework.tests.factories import CaseFactory, ContactAttemptFactory, ContactFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


def test_only_tries_since_the_last_contact_count(team):
    case = CaseFactory(team=team)
    days_ago = [clock.now() - timedelta(days=days) for days in (3, 1)]
    before, after = (ContactAttemptFactory(case=case, at=at) for at in days_ago)
    assert list(list_tries_since_contact(case)) == [before, after]
    ContactFactory(case=case, at=clock.now() - timedelta(days=2))
    assert list(list_tries_since_contact(case)) == [after]
