from linkworks.foundation.design import fields


class WhatIfForm(fields.Form):
    callers = fields.IntegerField(
        "Callers", required=False, smallest=0, largest=500, label_size="s", hint="How many could ring at once."
    )
