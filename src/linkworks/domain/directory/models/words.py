from django.contrib.postgres.indexes import GinIndex
from django.db import models

from linkworks.domain.directory.choices import KnownAs


class KnownWord(models.Model):
    """A word that stands in entries, and in how many: what a slip may have meant, and how much a word tells.

    Worked out from the entries by `refresh_words`, after an import and every night. `stem` is empty for what is no word
    of the text: languages and access features, which are what one can choose from.
    """

    id = models.BigAutoField(primary_key=True)
    known_as = models.CharField(max_length=8, choices=KnownAs.choices)
    word = models.CharField(max_length=60)
    stem = models.CharField(max_length=60, blank=True)
    services = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["known_as", "word"], name="one_known_word")]
        indexes = [
            GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="directory_known_words"),
            models.Index(fields=["stem"], name="directory_known_stems"),
        ]

    def __str__(self) -> str:
        return self.word
