import pytest

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.projection import project


def place(**record):
    return project(Kind.LOCATION, record)


def test_where_one_goes_comes_before_where_one_writes():
    postal = {"address_type": "postal", "address_1": "PO Box 1", "postal_code": "E1 1AA"}
    physical = {
        "address_type": "physical",
        "address_1": " 1 High Street,",
        "city": "Lewisham",
        "postal_code": "se136jz",
    }
    read = place(name="Hall", addresses=[postal, physical])
    assert (read["address"], read["postcode"], read["district"]) == ("1 High Street, Lewisham", "SE13 6JZ", "SE13")


def test_half_a_postcode_is_a_district():
    read = place(addresses=[{"postal_code": "SE8"}])
    assert (read["postcode"], read["district"]) == ("", "SE8")


@pytest.mark.parametrize("code", ["94063", "ABC 1234", "ZZ99 3VZ", ""])
def test_what_names_no_place_here_is_no_postcode(code):
    assert place(addresses=[{"postal_code": code}])["district"] == ""


@pytest.mark.parametrize(("latitude", "longitude"), [(100, 101), (0, 0), (51.4, None), ("51.4", 0.1), (51.4, 181)])
def test_no_point_is_made_of_nonsense(latitude, longitude):
    read = place(latitude=latitude, longitude=longitude)
    assert (read["latitude"], read["longitude"]) == (None, None)


def test_a_place_says_how_one_gets_in_and_whether_it_is_secret():
    read = place(accessibility=[{"description": "Ramp"}], linkworks={"is_confidential": True})
    assert read["access_features"] == ["Ramp"]
    assert read["is_confidential"]
