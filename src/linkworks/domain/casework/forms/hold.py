from linkworks.foundation.design import fields


class HoldForm(fields.Form):
    words = fields.TextAreaField("Why?", rows=4, label_size="s", hint="For example, in hospital or abroad.")
    until = fields.DateField(
        "When will you take it up again?", future=True, label_size="s", hint="You get a task on that day."
    )
