import pgtrigger
from django.db import models


class Written(models.Model):
    """Base of tables that a process may keep a copy of in memory.

    `written_in` is the transaction that last wrote a row, and the database fills it, however the row is written. Who
    notes the oldest transaction still under way before reading needs to read again, later, only rows that this one or
    a later one wrote. A clock cannot do that: what is written early may be committed late.
    """

    written_in = models.BigIntegerField(editable=False, default=0, db_default=0, db_index=True)

    class Meta:
        abstract = True
        triggers = [
            pgtrigger.Trigger(
                name="written_in",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="NEW.written_in := pg_current_xact_id()::text::bigint; RETURN NEW;",
            )
        ]
