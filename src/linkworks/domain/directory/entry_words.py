"""Parts of an entry in words, for whoever reads it."""

from linkworks.domain.directory.models import Location, Service
from linkworks.foundation.core import words
from linkworks.foundation.core.phone import Phone

PRIVATE_PLACE = "Address kept private: ask them"


def place_in_words(location: Location) -> str:
    if location.is_confidential:
        return PRIVATE_PLACE
    return ", ".join(part for part in (location.name, location.address, location.postcode or location.district) if part)


def telephone_in_words(number: str) -> str:
    """Numbers come from catalogues as people write them."""
    return Phone(number).national if number.startswith("+") else number


def limit_in_words(service: Service) -> str:
    """ "1 referral of one person in 7 days"; blank where there is no such rule."""
    if service.most_referrals is None:
        return ""
    days = service.most_referrals_days
    told = f"{words.count(service.most_referrals, 'referral')} of one person"
    return f"{told} in {words.count(days, 'day')}" if days else told
