from django.db import models


class Remembered(models.Model):
    """What sign-in must know in every process: tries counted, codes already used. It is the table of Django's cache."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)
