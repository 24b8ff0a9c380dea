"""Open Referral UK 3.0, which is HSDS 3 already."""

from typing import Any


def translate(service: dict[str, Any]) -> dict[str, Any]:
    return service
