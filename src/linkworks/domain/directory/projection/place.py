from collections.abc import Mapping
from typing import Any

from linkworks.domain.directory.projection import reading
from linkworks.foundation.core.postcode import Postcode, PostcodeError, parse_postcode

NORTHMOST, EASTMOST = 90, 180
ADDRESS_LINES = ("address_1", "address_2", "city", "region")


def project_location(record: Mapping[str, Any]) -> dict[str, Any]:
    own = reading.ours(record)
    address = _address(record)
    postcode = _postcode(address)
    latitude, longitude = _point(record)
    features = [reading.text(item, "description") for item in reading.items(record, "accessibility")]
    return {
        "name": reading.text(record, "name", "alternate_name", longest=300),
        "address": _lines(address),
        "postcode": str(postcode) if postcode and postcode.is_whole else "",
        "district": postcode.outward if postcode else "",
        "latitude": latitude,
        "longitude": longitude,
        "access_features": reading.distinct(features),
        "is_approximate": bool(reading.flag(own, "is_approximate")),
        "is_confidential": bool(reading.flag(own, "is_confidential")),
    }


def _address(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where one goes, rather than where one writes."""
    addresses = list(reading.items(record, "addresses"))
    physical = (address for address in addresses if address.get("address_type") == "physical")
    return next(physical, addresses[0] if addresses else {})


def _lines(address: Mapping[str, Any]) -> str:
    lines = (" ".join(reading.text(address, name).split()).strip(" ,") for name in ADDRESS_LINES)
    return reading.clip(", ".join(dict.fromkeys(line for line in lines if line)), 500)


def _postcode(address: Mapping[str, Any]) -> Postcode | None:
    try:
        postcode = parse_postcode(reading.text(address, "postal_code"), allow_half=True)
    except PostcodeError:
        return None
    return postcode if postcode.is_place else None


def _point(record: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Nothing at all for what lies outside the globe, or at the point in the sea that empty fields become."""
    latitude, longitude = reading.number(record, "latitude"), reading.number(record, "longitude")
    if latitude is None or longitude is None or abs(latitude) > NORTHMOST or abs(longitude) > EASTMOST:
        return None, None
    return (None, None) if latitude == longitude == 0 else (latitude, longitude)
