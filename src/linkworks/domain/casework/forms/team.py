from typing import Any

from linkworks.domain.casework.measures.available import may_be_added
from linkworks.foundation.design import fields


class TeamMeasuresForm(fields.Form):
    instruments = fields.CheckboxesField(
        "Which measures does the team use beside the default ones?",
        required=False,
        label_size="m",
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        offered = may_be_added()
        field: Any = self.fields["instruments"]
        field.choices = [(key, instrument.name) for key, instrument in offered.items()]
        field.hints = {
            key: "An answer about self-harm opens the safety path at once."
            for key, instrument in offered.items()
            if any(item.safety_above is not None for item in instrument.items)
        }
