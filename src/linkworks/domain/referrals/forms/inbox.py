from linkworks.domain.referrals.choices import ReferralReason, ReferralSource, ReferralStatus
from linkworks.foundation.design import fields


class InboxForm(fields.Form):
    """Narrows the list of referrals; every answer may be left out."""

    status = fields.CheckboxesField("Where it stands", choices=ReferralStatus.choices, required=False, small=True)
    source = fields.SelectField("Who sent it", choices=ReferralSource.choices, empty_line="Anybody", required=False)
    reason = fields.SelectField("Why", choices=ReferralReason.choices, empty_line="Any reason", required=False)
    undecided = fields.TickField("Only those who may be somebody we know", required=False)
