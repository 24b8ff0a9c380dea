"""How PostgreSQL keeps a table, where a model says more of it than the database's own settings: its `storage`."""

from collections.abc import Iterator

from django.apps import apps


def statements() -> Iterator[str]:
    for model in apps.get_models():
        for name, value in getattr(model, "storage", {}).items():
            yield f'ALTER TABLE "{model._meta.db_table}" SET ({name} = {value})'
