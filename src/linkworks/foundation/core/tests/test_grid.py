import pytest

from linkworks.foundation.core.grid import from_grid

METRES = 1e-5  # of latitude: one is about a hundred-thousandth of a degree


@pytest.mark.parametrize(
    ("easting", "northing", "latitude", "longitude"),
    [
        (651_409.903, 313_177.270, 52.657979, 1.716052),  # the Ordnance Survey's own example, near Caister
        (540_260, 169_398, 51.406271, 0.015177),  # Bromley
        (429_157, 623_009, 55.500000, -1.540008),  # Northumberland
    ],
)
def test_the_grid_leads_to_the_right_place(easting, northing, latitude, longitude):
    assert from_grid(easting, northing) == pytest.approx((latitude, longitude), abs=5 * METRES)
