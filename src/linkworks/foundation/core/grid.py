"""The British National Grid: from eastings and northings in metres to latitude and longitude as satellites tell them.

From "A guide to coordinate systems in Great Britain" (Ordnance Survey): back from the map's projection, then seven
numbers that move one ellipsoid onto the other. Good to about five metres, which is less than a postcode is wide.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

# The map's: Airy's ellipsoid, and a transverse Mercator projection with its true origin at 49°N 2°W.
_A, _B = 6_377_563.396, 6_356_256.909
_SCALE = 0.9996012717
_LATITUDE_0, _LONGITUDE_0 = radians(49), radians(-2)
_EASTING_0, _NORTHING_0 = 400_000, -100_000
_MILLIMETRE = 0.001

# The satellites' ellipsoid, and the way to it.
_A_WGS, _B_WGS = 6_378_137.0, 6_356_752.314245
_SHIFT = (446.448, -125.157, 542.060)
_TURN = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
_STRETCH = 1 - 20.4894e-6


def from_grid(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude in degrees."""
    latitude, longitude = _unproject(easting, northing)
    return _to_degrees(*_moved(*_to_space(latitude, longitude)))


def _unproject(easting: float, northing: float) -> tuple[float, float]:
    e2 = 1 - (_B / _A) ** 2
    latitude = _foot(northing)
    sine2, t2 = sin(latitude) ** 2, tan(latitude) ** 2
    nu = _A * _SCALE / sqrt(1 - e2 * sine2)
    eta2 = (1 - e2 * sine2) / (1 - e2) - 1
    rho = nu / (eta2 + 1)
    x = (easting - _EASTING_0) / nu
    up = 1 - x**2 / 12 * (5 + 3 * t2 + eta2 - 9 * t2 * eta2) + x**4 / 360 * (61 + 90 * t2 + 45 * t2**2)
    along = (
        1
        - x**2 / 6 * (nu / rho + 2 * t2)
        + x**4 / 120 * (5 + 28 * t2 + 24 * t2**2)
        - x**6 / 5040 * (61 + 662 * t2 + 1320 * t2**2 + 720 * t2**3)
    )
    return latitude - tan(latitude) * nu / (2 * rho) * x**2 * up, _LONGITUDE_0 + x / cos(latitude) * along


def _foot(northing: float) -> float:
    """The latitude at which the middle meridian has this northing."""
    latitude, arc = _LATITUDE_0, 0.0
    while abs(left := northing - _NORTHING_0 - arc) >= _MILLIMETRE:
        latitude += left / (_A * _SCALE)
        arc = _arc(latitude)
    return latitude


def _arc(latitude: float) -> float:
    """How long the middle meridian is from the origin to here."""
    n = (_A - _B) / (_A + _B)
    less, more = latitude - _LATITUDE_0, latitude + _LATITUDE_0
    return (
        _B
        * _SCALE
        * (
            (1 + n + 5 / 4 * (n**2 + n**3)) * less
            - (3 * (n + n**2) + 21 / 8 * n**3) * sin(less) * cos(more)
            + 15 / 8 * (n**2 + n**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )


def _to_space(latitude: float, longitude: float) -> tuple[float, float, float]:
    e2 = 1 - (_B / _A) ** 2
    nu = _A / sqrt(1 - e2 * sin(latitude) ** 2)
    return (
        nu * cos(latitude) * cos(longitude),
        nu * cos(latitude) * sin(longitude),
        nu * (1 - e2) * sin(latitude),
    )


def _moved(x: float, y: float, z: float) -> tuple[float, float, float]:
    turn_x, turn_y, turn_z = _TURN
    return (
        _SHIFT[0] + _STRETCH * x - turn_z * y + turn_y * z,
        _SHIFT[1] + turn_z * x + _STRETCH * y - turn_x * z,
        _SHIFT[2] - turn_y * x + turn_x * y + _STRETCH * z,
    )


def _to_degrees(x: float, y: float, z: float) -> tuple[float, float]:
    e2 = 1 - (_B_WGS / _A_WGS) ** 2
    flat = hypot(x, y)
    latitude = atan2(z, flat * (1 - e2))
    for _ in range(5):  # each turn gains two digits and more
        nu = _A_WGS / sqrt(1 - e2 * sin(latitude) ** 2)
        latitude = atan2(z + e2 * nu * sin(latitude), flat)
    return degrees(latitude), degrees(atan2(y, x))
