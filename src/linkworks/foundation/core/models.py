from uuid import uuid4

from django.db import models

from linkworks.foundation.core.errors import Conflict


class Record(models.Model):
    """Base of every table of ours: a uuid for URLs, and a version against two people editing at once."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def change(self, *, expected_version: int | None = None, **values: object) -> None:
        """Set the values and raise the version, in one conditional update.

        Raises Conflict when the row's version is no longer the expected one (default: the one that was read).
        """
        read_version = self.version if expected_version is None else expected_version
        for name, value in values.items():
            setattr(self, name, value)
        self.version = read_version + 1
        self.full_clean(exclude={f.name for f in self._meta.concrete_fields if f.is_relation}, validate_unique=False)
        fields = [self._meta.get_field(name) for name in (*values, "version", "updated_at")]
        rows = type(self)._base_manager.filter(pk=self.pk, version=read_version)
        if not rows.update(**{f.name: f.pre_save(self, False) for f in fields}):  # type: ignore[union-attr]
            raise Conflict
