"""Timed work of the day."""

from procrastinate.contrib.django import app

from linkworks.domain.casework.actions.lone_working import raise_alarms
from linkworks.domain.casework.actions.reminders import withdraw_unsafe_reminders
from linkworks.foundation.access.each_team import for_each_team

CHECK_INS = "casework.raise_alarms"
REMINDERS = "casework.withdraw_unsafe_reminders"


@app.periodic(cron="*/2 * * * *")
@app.task(name=CHECK_INS, queueing_lock=CHECK_INS)
def raise_check_in_alarms(timestamp: int) -> None:
    for_each_team(CHECK_INS, raise_alarms)


@app.periodic(cron="*/10 * * * *")
@app.task(name=REMINDERS, queueing_lock=REMINDERS)
def hold_back_unsafe_reminders(timestamp: int) -> None:
    for_each_team(REMINDERS, withdraw_unsafe_reminders)
