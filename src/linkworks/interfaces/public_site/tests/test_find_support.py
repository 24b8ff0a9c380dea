import pytest

from linkworks.domain.directory.models import Location, ServiceAtLocation, ServiceNote, Whereabouts
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

FIND = "/find-support/lewisham"


@pytest.fixture
def service(team):
    Whereabouts.objects.create(code="SE13 6AA", latitude=51.457, longitude=-0.013)
    Whereabouts.objects.create(code="SE13 6", latitude=51.457, longitude=-0.013)
    made = ServiceFactory(name="Chess club", assured_on=clock.today(), assured_by="Jo of the team")
    ServiceAtLocation.objects.create(
        service=made, location=Location.objects.create(name="Hall", latitude=51.457, longitude=-0.03)
    )
    ServiceNote.objects.create(team=team, service=made, words="The key is under the mat", by_name="Jo", at=clock.now())
    return made


@pytest.fixture
def refuge(service):
    hidden = Location.objects.create(
        name="Secret House", address="1 Hidden Road", postcode="SE13 6AA", district="SE13", is_confidential=True
    )
    refuge = ServiceFactory(name="Refuge", postcode_districts=["SE13"])
    ServiceAtLocation.objects.create(service=refuge, location=hidden)
    return refuge


def text(response) -> str:
    return response.content.decode()


def test_only_a_sector_stands_in_the_address(client, service):
    answer = client.post(FIND, {"q": "chess", "near": "SE13 6AA"})
    assert answer["Location"] == f"{FIND}?q=chess&near=SE13+6"
    assert "about 0.7 miles from SE13 6" in text(client.get(answer["Location"]))


def test_a_whole_postcode_in_the_address_goes_out_of_it(client, service):
    assert client.get(FIND, {"near": "se136aa"})["Location"] == f"{FIND}?near=SE13+6"


def test_nothing_is_said_that_the_team_keeps_to_itself(client, service):
    for page in (text(client.get(FIND)), text(client.get(f"{FIND}/{service.pk}"))):
        assert "Chess club" in page
        assert "under the mat" not in page
        assert "Jo of the team" not in page


def test_a_private_address_is_said_to_be_private_and_never_told(client, refuge):
    for page in (text(client.get(FIND, {"near": "SE13 6"})), text(client.get(f"{FIND}/{refuge.pk}"))):
        assert "Refuge" in page
        assert "Address kept private" in page
        assert "Secret House" not in page
        assert "Hidden Road" not in page


def test_what_has_gone_is_not_there(client, service):
    service.change(gone_at=clock.now())
    assert client.get(f"{FIND}/{service.pk}").status_code == 404


def test_a_bad_postcode_says_how_to_mend_it(client, service):
    answer = client.post(FIND, {"near": "SE13 6J!"})
    assert answer.status_code == 422
    assert "Error: " in text(answer)
