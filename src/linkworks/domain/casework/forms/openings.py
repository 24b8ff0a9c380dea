from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.design import fields

Reason = RecordOpening.Reason


class OpeningForm(fields.Form):
    """One tap for each reason: the button that was pressed is the answer."""

    reason = fields.RadiosField("Why are you opening this record?", choices=Reason.choices)
    words = fields.TextField("Another reason, in a few words", max_length=200, required=False)
