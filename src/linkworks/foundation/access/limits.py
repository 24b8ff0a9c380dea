"""Counting what comes from one network address, so that nobody takes all there is. The address itself is not kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from math import ceil

from django.db import connection
from django.utils.crypto import salted_hmac

from linkworks.foundation.core import clock

# One home or office has as many addresses of the new kind as it likes, all of which begin alike.
_BITS_OF_A_HOME = 64
_COUNT = """
WITH gone AS (DELETE FROM access_addresscount WHERE ends_at < %s)
INSERT INTO access_addresscount (key, times, ends_at) VALUES (%s, 1, %s)
ON CONFLICT (key) DO UPDATE SET times = access_addresscount.times + 1 RETURNING times
"""


@dataclass(frozen=True)
class Limit:
    """So many times from one address in each stretch of so much time."""

    purpose: str
    times: int
    within: timedelta


def seconds_to_wait(limit: Limit, address: str) -> int:
    """Count one more. Returns 0, or when the limit is passed, how long until the next stretch of time begins."""
    now = clock.now()
    ends_at = _end_of_stretch(now, limit.within)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [now, _key(limit.purpose, address, ends_at), ends_at])
        times: int = cursor.fetchone()[0]
    return ceil((ends_at - now).total_seconds()) if times > limit.times else 0


def _end_of_stretch(now: datetime, within: timedelta) -> datetime:
    seconds = within.total_seconds()
    return datetime.fromtimestamp((now.timestamp() // seconds + 1) * seconds, tz=now.tzinfo)


def _key(purpose: str, address: str, ends_at: datetime) -> str:
    """Another one in each stretch of time, so that nobody can be followed from one to the next."""
    return salted_hmac(purpose, f"{_home(address)} {ends_at.timestamp()}", algorithm="sha256").hexdigest()


def _home(address: str) -> str:
    try:
        told = ip_address(address)
    except ValueError:
        return address
    return str(int(told) >> _BITS_OF_A_HOME) if isinstance(told, IPv6Address) else address
