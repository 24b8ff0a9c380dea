"""Where a postcode is, by our own table only."""

from linkworks.domain.directory.models import Whereabouts
from linkworks.domain.directory.policies import may_search_directory
from linkworks.domain.directory.selectors.search.wanted import Near
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.postcode import Postcode


def find_near(actor: Actor, postcode: Postcode) -> Near | None:
    """The postcode, else its sector, else its district, whichever we know first; None when we know none of them."""
    require(may_search_directory, actor)
    sizes = [str(postcode), postcode.sector, postcode.outward]
    found = Whereabouts.objects.in_bulk([code for code in sizes if code])
    known = next((found[code] for code in sizes if code in found), None)
    if known is None:
        return None
    return Near(
        name=f"{postcode.sector}…" if postcode.is_whole else str(postcode),
        latitude=known.latitude,
        longitude=known.longitude,
        is_about=known.code != str(postcode) or not postcode.is_whole,
        districts=(postcode.outward,),
        councils=tuple(known.councils),
    )
