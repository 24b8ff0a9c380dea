"""Public forms take so many posts from one network address in an hour, and say kindly when that is over.

A whole surgery may share one address, so the limit is far above what people send.
"""

from datetime import timedelta

from linkworks.foundation.access.limits import Limit, seconds_to_wait
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.errors import Refused

POSTS = Limit("public_site.posts", 60, timedelta(hours=1))


def count_post(address: str, team: Team) -> None:
    """Count one form that is about to be sent. Raises Refused when the hour's are used up."""
    if seconds_to_wait(POSTS, address):
        raise Refused(_too_many(team))


def _too_many(team: Team) -> str:
    ring = f" or ring us on {team.telephone}" if team.telephone else ""
    return (
        "So many forms came from your network in this hour that we cannot take one more just now. "
        f"What you typed is still here. Please send it again in an hour,{ring}."
    ).replace(",.", ".")
