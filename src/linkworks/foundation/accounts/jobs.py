"""What sign-in leaves behind, and when it goes."""

from django.conf import settings
from procrastinate.contrib.django import app

from linkworks.foundation.accounts.actions import keep_typing, sessions
from linkworks.foundation.core import clock


@app.periodic(cron="37 3 * * *")
@app.task(name="accounts.forget_typing", queueing_lock="accounts.forget_typing")
def forget_typing(timestamp: int) -> None:
    keep_typing.forget_older_than(clock.now() - settings.KEEP_TYPED_TEXT)


@app.periodic(cron="47 3 * * *")
@app.task(name="accounts.forget_sessions", queueing_lock="accounts.forget_sessions")
def forget_sessions(timestamp: int) -> None:
    sessions.forget_expired()
