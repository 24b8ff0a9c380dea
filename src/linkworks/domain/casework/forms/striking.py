from linkworks.foundation.design import fields


class StrikeForm(fields.Form):
    because = fields.TextField(
        "What was wrong with it?",
        max_length=200,
        label_size="s",
        hint="For example, pressed by mistake, or meant for another person. Name nobody.",
    )
