from linkworks.foundation.design import fields


class AnswerForm(fields.Form):
    words = fields.TextAreaField("Your answer", max_length=4000, missing="Write your answer")
