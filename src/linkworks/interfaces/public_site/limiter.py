"""Public forms take so many posts from one network address in an hour, and say kindly when that is over.

A whole surgery may share one address, so the limit is far above what people send.
"""

from datetime import datetime, timedelta

from django.db.models import F
from django.utils.crypto import salted_hmac

from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Refused
from linkworks.interfaces.public_site.models import PostCount

POSTS_AN_HOUR = 60
KEPT = timedelta(hours=2)


def count_post(address: str, team: Team) -> None:
    """Count one referral that is about to be sent. Raises Refused when the hour's are used up."""
    now = clock.now()
    PostCount.objects.filter(began_at__lt=now - KEPT).delete()
    count, _ = PostCount.objects.get_or_create(key=_key(address, now), defaults={"began_at": now})
    PostCount.objects.filter(pk=count.pk).update(posts=F("posts") + 1)
    count.refresh_from_db()
    if count.posts > POSTS_AN_HOUR:
        raise Refused(_too_many(team))


def _key(address: str, now: datetime) -> str:
    """A new one each hour, so that nobody can be followed from hour to hour."""
    return salted_hmac("public_site.posts", f"{address} {now:%Y-%m-%d %H}", algorithm="sha256").hexdigest()


def _too_many(team: Team) -> str:
    ring = f" or ring us on {team.telephone}" if team.telephone else ""
    return (
        "So many referrals came from your network in this hour that we cannot take one more just now. "
        f"What you typed is still here. Please send it again in an hour,{ring}."
    ).replace(",.", ".")
