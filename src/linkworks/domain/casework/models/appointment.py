from datetime import datetime, timedelta

import pghistory
from django.conf import settings
from django.db import models

from linkworks.domain.casework.choices import AppointmentStatus, Way
from linkworks.domain.casework.models.base import CaseRecord


@pghistory.track()
class Appointment(CaseRecord):
    """A meeting to come. `check_in_by` is set for somebody who goes alone; a missed check-in alarms the lead."""

    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField("time")
    minutes = models.PositiveSmallIntegerField(default=45)
    way = models.CharField(max_length=10, choices=Way.choices)
    place = models.CharField(max_length=200, blank=True)
    interpreter_language = models.CharField(max_length=40, blank=True)
    interpreter_booked = models.BooleanField(default=False)
    reminder_id = models.UUIDField(null=True, blank=True, editable=False)
    check_in_by = models.DateTimeField("time to check in by", null=True, blank=True)
    checked_in_at = models.DateTimeField(null=True, blank=True)
    alarm_raised_at = models.DateTimeField(null=True, blank=True, editable=False)
    status = models.CharField(max_length=10, choices=AppointmentStatus.choices, default=AppointmentStatus.BOOKED)

    class Meta:
        indexes = [
            models.Index(fields=["case", "-starts_at"], name="casework_appointments"),
            models.Index(fields=["worker", "starts_at"], name="casework_diary"),
            models.Index(
                fields=["team", "check_in_by"],
                condition=models.Q(check_in_by__isnull=False, checked_in_at__isnull=True),
                name="casework_unchecked",
            ),
        ]

    worker_name: str
    last_note: str | None
    """Where a selector sets them."""

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


class AppointmentMove(CaseRecord):
    """An appointment was given another time, place or worker: what it was before. Never changed.

    `notice_id` names the message that told the person, where one was sent.
    """

    append_only = True

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="moves")
    at = models.DateTimeField()
    was_at = models.DateTimeField()
    was_way = models.CharField(max_length=10, choices=Way.choices)
    was_place = models.CharField(max_length=200, blank=True)
    was_with = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    notice_id = models.UUIDField(null=True, blank=True)
