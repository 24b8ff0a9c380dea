from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from linkworks.domain.directory.models import CollectionItem
from linkworks.foundation.design import fields


class OfferCollectionForm(fields.Form):
    """Only services that are for the person; `hints` say, by service, what to check first."""

    services = fields.CheckboxesField(
        "Which ones do you put to them?", label_size="s", missing="Choose at least one service"
    )

    def __init__(self, *args: Any, items: Sequence[CollectionItem], hints: Mapping[UUID, str], **options: Any) -> None:
        super().__init__(*args, **options)
        asked: Any = self.fields["services"]
        asked.choices = [(str(item.service_id), item.service.name) for item in items]
        asked.hints = {str(service_id): said for service_id, said in hints.items()}
        if not items:
            del self.fields["services"]

    def chosen(self) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data.get("services", [])]
