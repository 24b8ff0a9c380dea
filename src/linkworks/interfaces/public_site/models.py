from django.db import models


class PostCount(models.Model):
    """How many public forms one network address sent in one hour. The address itself is not kept."""

    key = models.CharField(max_length=64, primary_key=True)
    posts = models.PositiveIntegerField(default=0)
    began_at = models.DateTimeField(db_index=True)
