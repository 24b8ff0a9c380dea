"""What somebody looks for."""

from dataclasses import dataclass

from linkworks.domain.directory.choices import Order, PartOfDay, Reach, Weekday

MILES = 3.0


@dataclass(frozen=True)
class Near:
    """A point to measure from. `name` may be shown; `districts` and `councils` are those whose services it gets."""

    name: str
    latitude: float
    longitude: float
    is_about: bool
    districts: tuple[str, ...]
    councils: tuple[str, ...]


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
