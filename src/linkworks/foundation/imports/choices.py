from django.db import models


class BatchState(models.TextChoices):
    READING = "reading", "Being read"
    READY = "ready", "Ready to look at"
    REFUSED = "refused", "Could not be read"
    COMMITTING = "committing", "Being committed"
    COMMITTED = "committed", "Committed"
    UNDOING = "undoing", "Being undone"
    UNDONE = "undone", "Undone"


class Decision(models.TextChoices):
    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    SAME = "same", "As it was"
    GONE = "gone", "Gone"
    HELD = "held", "Held back"
