"""What somebody looks for."""

from dataclasses import dataclass
from math import cos, radians

from linkworks.domain.directory.choices import Order, PartOfDay, Reach, Weekday

MILES = 3.0
MILES_A_DEGREE = 69.09  # of latitude


@dataclass(frozen=True)
class Near:
    """A point to measure from. `name` may be shown; `districts` and `councils` are those whose services it gets."""

    name: str
    latitude: float
    longitude: float
    is_about: bool
    districts: tuple[str, ...]
    councils: tuple[str, ...]

    def box(self, miles: float) -> tuple[float, float, float, float]:
        """South, north, west and east of all that is so near."""
        north = miles / MILES_A_DEGREE
        east = north / self.narrowing
        return self.latitude - north, self.latitude + north, self.longitude - east, self.longitude + east

    def miles_to(self, latitude: float, longitude: float) -> tuple[float, float]:
        """To the north and to the east. The globe is flat within the few miles that anybody goes."""
        return (
            (latitude - self.latitude) * MILES_A_DEGREE,
            (longitude - self.longitude) * MILES_A_DEGREE * self.narrowing,
        )

    @property
    def narrowing(self) -> float:
        """How much shorter a degree of longitude is here than one of latitude."""
        return cos(radians(self.latitude))


@dataclass(frozen=True)
class Wanted:
    """What is left blank is not asked."""

    words: str = ""
    near: Near | None = None
    miles: float = MILES
    reach: Reach = Reach.EITHER
    weekday: Weekday | None = None
    part_of_day: PartOfDay | None = None
    is_free: bool = False
    language: str = ""
    access: str = ""
    age: int | None = None
    self_referral: bool = False
    order: Order = Order.BEST
