"""Keeping what a member of staff typed and could not save yet. It is sealed, and its owner alone reads it."""

from datetime import datetime
from uuid import UUID

from linkworks.foundation.accounts.kept_typing import Typing, sealed
from linkworks.foundation.accounts.models import Draft, HeldPost, User
from linkworks.foundation.accounts.models.kept import KeptTyping
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.prepared import prepared_cursor

MOST_OF_EACH = 50  # for one person; the oldest give way
LONGEST_DRAFT = 100_000
LONGEST_PATH = 500
KINDS: tuple[type[KeptTyping], ...] = (HeldPost, Draft)

_FORGET = """
WITH held AS (DELETE FROM accounts_heldpost WHERE user_id = %(user)s AND path = ANY (%(paths)s))
DELETE FROM accounts_draft WHERE user_id = %(user)s AND path = ANY (%(paths)s)
"""


def hold_post(user: User, *, path: str, typing: Typing) -> HeldPost:
    """The session may have locked or ended: there is no actor then, only the user it belonged to."""
    held = HeldPost.objects.create(user=user, path=path[:LONGEST_PATH], sealed=sealed(typing))
    _make_room(HeldPost, user.pk)
    return held


def save_draft(user_id: UUID, *, path: str, typing: Typing) -> None:
    if not path.startswith("/") or len(path) > LONGEST_PATH:
        raise Refused("A draft belongs to a page.")
    if typing.length > LONGEST_DRAFT:
        raise Refused(f"A draft can hold {LONGEST_DRAFT:,} characters.")
    Draft.objects.update_or_create(user_id=user_id, path=path, defaults={"sealed": sealed(typing)})
    _make_room(Draft, user_id)


def forget(user_id: UUID, *paths: str) -> None:
    """The form at these paths has been saved."""
    with prepared_cursor() as cursor:
        cursor.execute(_FORGET, {"user": user_id, "paths": list(paths)})


def discard_held(user_id: UUID, held_id: UUID) -> None:
    HeldPost.objects.filter(user_id=user_id, pk=held_id).delete()


def forget_older_than(moment: datetime) -> None:
    for kind in KINDS:
        kind._default_manager.filter(updated_at__lt=moment).delete()


def _make_room(kind: type[KeptTyping], user_id: UUID) -> None:
    newest_first = kind._default_manager.filter(user_id=user_id).order_by("-updated_at").values_list("pk", flat=True)
    kind._default_manager.filter(pk__in=list(newest_first[MOST_OF_EACH:])).delete()
