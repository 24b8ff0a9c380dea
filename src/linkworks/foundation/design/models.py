"""One table: which form posts have been done, so that a doubled submit does nothing twice."""

from datetime import datetime
from typing import Self
from uuid import UUID

from django.db import models

from linkworks.foundation.core import clock
from linkworks.foundation.core.prepared import prepared_cursor
from linkworks.foundation.core.question import change

_CLAIM = """
INSERT INTO design_submission AS s (token, user_id, location, created_at) VALUES (%s, %s, '', %s)
ON CONFLICT (token) DO UPDATE SET token = s.token WHERE s.user_id IS NOT DISTINCT FROM excluded.user_id
RETURNING token, user_id, location, created_at
"""


class Submission(models.Model):
    """A form that was shown once and may be saved once. It belongs to a browser, not to a team or a person."""

    token = models.UUIDField(primary_key=True)
    user_id = models.UUIDField(null=True)
    location = models.TextField(blank=True)
    """Where the first, successful post led; blank while nothing has been saved."""
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    @classmethod
    def claim(cls, token: UUID, user_id: UUID | None) -> Self | None:
        """This token's one row, locked for the rest of the transaction; None when it is somebody else's.

        A second post of the same form waits here until the first one's transaction has ended.
        """
        with prepared_cursor() as cursor:
            cursor.execute(_CLAIM, [token, user_id, clock.now()])
            row = cursor.fetchone()
        return cls(*row) if row else None

    @classmethod
    def forget_before(cls, moment: datetime) -> None:
        cls.objects.filter(created_at__lt=moment).delete()

    @classmethod
    def is_done(cls, token: str, user_id: UUID | None) -> bool:
        """Has the form with this token been saved?"""
        try:
            return cls.objects.filter(token=UUID(token), user_id=user_id).exclude(location="").exists()
        except ValueError:
            return False

    def lead_to(self, location: str) -> None:
        self.location = location
        change(Submission, {"token": self.token}, location=location)
