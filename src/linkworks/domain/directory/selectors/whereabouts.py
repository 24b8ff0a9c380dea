"""Where a postcode is, by our own table only."""

from django.db.models import QuerySet

from linkworks.domain.directory.models import Whereabouts
from linkworks.domain.directory.place_code import district_of, is_whole, without_house
from linkworks.domain.directory.policies import may_search_directory
from linkworks.domain.directory.selectors.search.wanted import Near
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor


def find_near(actor: Actor, code: str) -> Near | None:
    """The postcode, else its sector, else its district, whichever we know first; None when we know none of them."""
    require(may_search_directory, actor)
    sizes = [code, without_house(code), district_of(code)]
    found = Whereabouts.objects.in_bulk(sizes)
    known = next((found[size] for size in sizes if size in found), None)
    if known is None:
        return None
    return Near(
        name=f"{without_house(code)}…" if is_whole(code) else code,
        latitude=known.latitude,
        longitude=known.longitude,
        is_about=not is_whole(known.code),
        districts=(district_of(code),),
        councils=tuple(known.councils),
    )


def list_districts(actor: Actor, near: Near, miles: float) -> QuerySet[Whereabouts]:
    """Those whose middle is so near, or hardly further."""
    require(may_search_directory, actor)
    south, north, west, east = near.box(miles)
    districts = Whereabouts.objects.exclude(code__contains=" ")
    return districts.filter(latitude__range=(south, north), longitude__range=(west, east)).order_by("code")
