from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from linkworks.domain.outreach.choices import AgeBand, CampaignState
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(team):
    return CampaignFactory(team=team)


@pytest.mark.parametrize("band", AgeBand)
def test_people_are_counted_in_the_band_of_their_age(campaign, band):
    today = clock.today()
    birthday = PersonFactory(team=campaign.team, date_of_birth=date(today.year - band, today.month, 1))
    contact = CampaignContactFactory(campaign=campaign, person=birthday)
    contact.refresh_from_db()
    assert contact.age_band == band


def test_people_are_counted_where_their_postcode_begins(campaign):
    person = PersonFactory(team=campaign.team, postcode="SE13 6LH", date_of_birth=None)
    contact = CampaignContactFactory(campaign=campaign, person=person)
    contact.refresh_from_db()
    assert (contact.area, contact.age_band) == ("SE13", None)


def test_no_campaign_is_closed_over_somebody_who_is_not_done(campaign):
    CampaignContactFactory(campaign=campaign)
    with pytest.raises(IntegrityError, match="not done"), transaction.atomic():
        campaign.change(state=CampaignState.CLOSED)


def test_what_calls_leave_behind_is_tidied_away_soon(campaign):
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = 'outreach_campaigncontact'")
        assert "autovacuum_vacuum_threshold=1000" in cursor.fetchone()[0]
