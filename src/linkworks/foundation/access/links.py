"""Links for people who have no account: a secret in an address that opens one thing, for one purpose, for a time."""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from linkworks.foundation.access.models import SignedLink
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotFound

SECRET_BYTES = 32


def issue(team_id: UUID, purpose: str, object_id: UUID, expires_in: timedelta) -> str:
    """Make a link and give its secret, which is not kept: only its hash is."""
    token = secrets.token_urlsafe(SECRET_BYTES)
    SignedLink.objects.create(
        token_hash=_hash(token),
        team_id=team_id,
        purpose=purpose,
        object_id=object_id,
        expires_at=clock.now() + expires_in,
    )
    return token


def open_link(token: str, purpose: str) -> SignedLink:
    """The link of this secret. Raises NotFound when it is unknown, for something else, revoked or too old."""
    link = SignedLink.objects.filter(
        token_hash=_hash(token), purpose=purpose, revoked_at__isnull=True, expires_at__gt=clock.now()
    ).first()
    if link is None:
        raise NotFound
    return link


def find_link(token: str, purpose: str) -> SignedLink | None:
    """The link of this secret, though it be revoked or too old: only for a page that says so kindly."""
    return SignedLink.objects.filter(token_hash=_hash(token), purpose=purpose).first()


def revoke(purpose: str, object_id: UUID) -> None:
    """Every link to this thing for this purpose stops working."""
    SignedLink.objects.filter(purpose=purpose, object_id=object_id, revoked_at__isnull=True).update(
        revoked_at=clock.now()
    )


def address(page: str, token: str) -> str:
    """The whole address, for a message: the page by its url name, and the secret in it."""
    return settings.PUBLIC_ADDRESS + reverse(page, args=[token])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
