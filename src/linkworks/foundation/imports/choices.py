from django.db import models


class BatchState(models.TextChoices):
    READING = "reading", "Being read"
    READY = "ready", "Ready to look at"
    REFUSED = "refused", "Could not be read"
    COMMITTED = "committed", "Committed"
    UNDONE = "undone", "Undone"


class Decision(models.TextChoices):
    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    SAME = "same", "As it was"
    GONE = "gone", "Gone"
    HELD = "held", "Held back"
