from datetime import timedelta

import pytest

from linkworks.domain.casework.tests.factories import CaseFactory, ContactFactory
from linkworks.domain.onward.choices import Rung
from linkworks.domain.onward.tests.factories import ChosenOptionFactory, OnwardOutcomeFactory
from linkworks.domain.referrals.tests.factories import ReferralFactory
from linkworks.domain.reports.selectors import figures
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db


def this_year(actor):
    return figures(actor, since=clock.today() - timedelta(days=365), until=clock.today())


def test_a_commissioner_gets_numbers_although_row_security_shows_them_nobody(team, commissioner, link_worker):
    ReferralFactory.create_batch(6, team=team, source="police")
    CaseFactory(team=team, worker_id=link_worker.user_id)
    found = this_year(commissioner)
    assert (found.received, found.open_now) == (7, 1)
    assert found.not_yet_contacted == 1
    assert found.median_wait is None


def test_a_commissioner_begins_with_the_figures(signed_in, commissioner):
    assert signed_in(commissioner).get("/")["Location"] == "/figures"


def test_how_far_options_took_people_is_counted_for_who_may_see_nobody(team, commissioner):
    case = CaseFactory(team=team)
    for _ in range(6):
        OnwardOutcomeFactory(case=case, option=ChosenOptionFactory(case=case), rung=Rung.RECEIVED)
    counted = {count.label: count.shown for count in this_year(commissioner).options}
    assert counted["Wanted, and received help"] == counted["Wanted, and got in touch"] == "6"
    assert counted["Wanted, and the need was met"] == "0"


def test_a_conversation_entered_in_error_is_not_counted(team, commissioner):
    case = CaseFactory(team=team)
    ContactFactory(case=case)
    ContactFactory(case=case, struck_at=clock.now(), struck_because="Meant for another person")
    assert this_year(commissioner).contacts == 1


def test_another_team_is_not_counted(team, other_team_worker):
    ReferralFactory(team=team)
    assert this_year(other_team_worker).received == 0


def test_an_administrator_reads_no_figures(administrator):
    with pytest.raises(NotAllowed):
        this_year(administrator)


def test_the_page_shows_counts_and_no_name(signed_in, commissioner, team):
    ReferralFactory(team=team, family_name="Unmistakable")
    answer = signed_in(commissioner).get("/figures")
    assert answer.status_code == 200
    assert "The team in figures" in answer.text
    assert "Unmistakable" not in answer.text
