from linkworks.domain.directory.choices import LiveState
from linkworks.foundation.design import fields


class CheckForm(fields.Form):
    live_state = fields.RadiosField(
        "How is it now?", choices=LiveState.choices, label_size="s", missing="Choose how it is"
    )
    waiting_weeks = fields.IntegerField(
        "About how many weeks do people wait?",
        smallest=1,
        largest=104,
        suffix="weeks",
        required=False,
        only_if=fields.Given("live_state", LiveState.WAITING_LIST),
    )
    told_by = fields.TextField(
        "Who told you?",
        max_length=120,
        label_size="s",
        hint="For example: Jo at their front desk. Everybody who looks this service up will see it.",
        missing="Say who told you",
    )
