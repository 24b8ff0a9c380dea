"""Sessions in the database, read by a prepared statement: every request begins with one."""

from typing import Any

from django.contrib.sessions.backends import db

from linkworks.foundation.core import clock
from linkworks.foundation.core.prepared import prepared_cursor

_LIVE = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    def load(self) -> dict[str, Any]:
        with prepared_cursor() as cursor:
            cursor.execute(_LIVE, [self.session_key, clock.now()])
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
            return {}
        return self.decode(found[0])
