from linkworks.foundation.design import fields


class SentenceForm(fields.Form):
    sentence = fields.TextAreaField(
        "Anything else they told you?",
        required=False,
        rows=3,
        max_length=1000,
        label_size="s",
        hint="In your own words or theirs. It is read for this search, and not saved on the case.",
    )
