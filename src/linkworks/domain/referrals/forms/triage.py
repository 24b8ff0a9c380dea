from linkworks.domain.referrals.choices import DeclineReason, WithdrawReason
from linkworks.foundation.design import fields

LONGEST = 2000


class QuestionForm(fields.Form):
    question = fields.TextAreaField(
        "What do you need to know?",
        hint="The referrer reads this. Ask for one thing at a time, and name nobody.",
        max_length=LONGEST,
        missing="Write what you need to know",
    )


class NhsNumberForm(fields.Form):
    nhs_number = fields.NhsNumberField(required=False, hint="10 digits. Leave it empty if the right one is not known.")
    words = fields.TextField(
        "How do you know?",
        max_length=300,
        hint="For example, the practice gave it by telephone.",
        missing="Write how you know",
    )


class AnswerForm(fields.Form):
    words = fields.TextAreaField(
        "What did the referrer tell us?", max_length=LONGEST, missing="Write what the referrer told us"
    )


class DeclineForm(fields.Form):
    reason = fields.RadiosField(
        "Why do we not take it on?", choices=DeclineReason.choices, missing="Choose why we do not take it on"
    )
    words = fields.TextAreaField(
        "What else may help the person?",
        hint="Goes with the reason to the practice, and to a referrer in health care. Name nobody.",
        max_length=LONGEST,
        required=False,
    )


class WithdrawForm(fields.Form):
    reason = fields.RadiosField(
        "Why does it not go on?", choices=WithdrawReason.choices, missing="Choose why it does not go on"
    )
    words = fields.TextAreaField("What was said", hint="For us only", max_length=LONGEST, required=False)


class SomebodyElseForm(fields.Form):
    words = fields.TextAreaField("How do you know?", max_length=LONGEST, missing="Write how you know")


class TakeBackForm(fields.Form):
    words = fields.TextAreaField("Why do you take it back in?", max_length=LONGEST, missing="Write why")
