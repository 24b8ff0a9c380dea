import io
import zipfile

import pytest

from linkworks.domain.directory.actions.whereabouts import load_postcodes, load_shipped_districts
from linkworks.domain.directory.models import Location, Whereabouts
from linkworks.domain.directory.place_code import as_place_code
from linkworks.domain.directory.selectors.whereabouts import find_near
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.material import from_bytes, from_path
from tests.support.shared import shared

pytestmark = pytest.mark.django_db

OPERATOR = Actor.system("test", None)
CODE_POINT_OPEN = b'"BR1 1AB",10,540260,169398,"E92000001","E19000003","E18000007","","E09000006","E05000109"\r\n'
ONSPD = (
    b"\xef\xbb\xbfpcd,pcd2,pcds,dointr,oslaua,oseast1m,osnrth1m,lat,long\r\n"
    b'"SE136AA","SE13 6AA","SE13 6AA",198001,E09000023,538000,175000,51.4570,-0.0130\r\n'
    b'"SE136AB","SE13 6AB","SE13 6AB",198001,E09000023,538000,175000,51.4590,-0.0150\r\n'
    b'"SE136ZZ","SE13 6ZZ","SE13 6ZZ",198001,E09000023,,,99.999999,0.000000\r\n'
)
NSPL = b"PCD7,PCD8,PCDS,EAST1M,NORTH1M,LAD25CD,LAT,LONG\nM1  1AA,M1   1AA,M1 1AA,1,1,E08000003,53.48,-2.23\n"
NAMES = b"LAD25CD,LAD25NM,LAD25NMW\nE08000003,Manchester,\n"


def load(content: bytes, name: str = "postcodes.csv") -> int:
    return load_postcodes(OPERATOR, files=from_bytes(name, content))


def archive(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, content in members.items():
            made.writestr(f"Data/{name}.csv", content)
    return held.getvalue()


def test_code_point_open_has_no_headings_and_stands_on_the_grid():
    assert load(CODE_POINT_OPEN) == 1
    known = Whereabouts.objects.get(code="BR1 1AB")
    assert (known.latitude, known.longitude) == pytest.approx((51.406271, 0.015177), abs=1e-5)
    assert known.councils == ["Bromley"]


def test_onspd_is_read_by_its_headings_and_what_has_no_position_is_left_out():
    assert load(ONSPD) == 2
    assert set(Whereabouts.objects.values_list("code", flat=True)) == {"SE13 6AA", "SE13 6AB", "SE13 6", "SE13"}
    assert Whereabouts.objects.get(code="SE13").latitude == pytest.approx(51.458)


def test_an_archive_says_itself_what_its_codes_of_councils_mean():
    assert load(archive(NSPL_FEB_2026_UK=NSPL, names=NAMES), "nspl.zip") == 1
    assert Whereabouts.objects.get(code="M1 1").councils == ["Manchester"]


def test_a_part_is_not_read_again_beside_the_whole():
    assert load(archive(ONSPD_FEB_2026_UK=ONSPD, ONSPD_FEB_2026_UK_SE=ONSPD), "onspd.zip") == 2


def test_a_newer_file_says_it_anew():
    load(ONSPD)
    load(ONSPD.replace(b"51.4570", b"51.4000"))
    assert Whereabouts.objects.get(code="SE13 6AA").latitude == 51.4


@pytest.mark.parametrize("content", [b"", b"name,colour\nx,y\n", b"\x00\x01\x02", b"postcode,lat\nSE13 6AA,51.4\n"])
def test_a_file_without_postcodes_says_what_can_be_read(content):
    with pytest.raises(Unreadable, match="Code-Point Open, ONSPD and NSPL"):
        load(content)


def test_it_is_for_whoever_runs_the_machine(team_lead):
    with pytest.raises(NotAllowed):
        load_postcodes(team_lead, files=from_bytes("x.csv", ONSPD))


@pytest.mark.parametrize(
    ("typed", "name", "is_about"),
    [
        ("se136aa", "SE13 6…", False),
        ("SE13 6XX", "SE13 6…", True),
        ("SE13 9AA", "SE13 9…", True),
        ("SE13", "SE13", True),
        ("se13 6", "SE13 6", True),
    ],
)
def test_a_postcode_is_found_or_about_where_it_must_be(link_worker, typed, name, is_about):
    load(ONSPD)
    near = find_near(link_worker, as_place_code(typed))
    assert (near.name, near.is_about, near.councils) == (name, is_about, ("Lewisham",))


def test_a_postcode_far_from_all_that_we_know_is_not_found(link_worker):
    load(ONSPD)
    assert find_near(link_worker, "M1 1AA") is None


def test_places_without_a_point_are_measured_from_their_postcode():
    exact = Location.objects.create(postcode="SE13 6AA", district="SE13")
    told = Location.objects.create(postcode="SE13 6AA", district="SE13", latitude=51.5, longitude=0.1)
    district = Location.objects.create(district="SE13")
    refuge = Location.objects.create(postcode="SE13 6AA", district="SE13", is_confidential=True)
    load(ONSPD)
    for place in (exact, told, district, refuge):
        place.refresh_from_db()
    assert (exact.measured_latitude, exact.is_measured_about) == (51.457, False)
    assert (told.measured_latitude, told.is_measured_about) == (51.5, False)
    assert (district.measured_latitude, district.is_measured_about) == (pytest.approx(51.458), True)
    assert refuge.measured_latitude is None


def test_the_districts_that_come_with_linkworks_are_enough_to_begin():
    load_shipped_districts(OPERATOR)
    assert Whereabouts.objects.get(code="SE13").councils == ["Lewisham"]


def test_a_real_file_loads(link_worker):
    loaded = load_postcodes(OPERATOR, files=from_path(shared("data", "postcodes", "se_br_postcodes_2014.csv")))
    assert loaded == 27_105
    near = find_near(link_worker, "SE13 6JZ")
    assert near is not None
    assert near.councils == ("Lewisham",)
