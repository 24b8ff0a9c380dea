from linkworks.foundation.core.phone import Phone
from linkworks.foundation.design import fields


class CampaignForm(fields.Form):
    name = fields.TextField(
        "What is the campaign called?",
        hint="For example, Spring welfare calls. Callers choose it by this name.",
        max_length=120,
        label_size="s",
        missing="Enter what the campaign is called",
    )
    purpose = fields.TextAreaField(
        "What is it for?",
        hint="Callers read this before they begin.",
        rows=3,
        max_length=300,
        label_size="s",
        missing="Enter what the campaign is for",
    )
    telephone = fields.PhoneField(
        "Which published number can people ring to check that a call is ours?",
        hint="Callers give it with a code. People must be able to find it elsewhere, such as on letters.",
        label_size="s",
    )

    def clean_telephone(self) -> str:
        """As a caller says it."""
        return Phone(self.cleaned_data["telephone"]).national
