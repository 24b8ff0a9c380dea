"""What no longer holds: a number, an alert, a need, a supporter, a consent."""

from linkworks.domain.people.actions import alerts, communication, consents, contact_details, supporters
from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ConsentKind, ContactKind
from linkworks.domain.people.models import Adjustment, Alert, Consent, ContactDetail, RelatedPerson
from linkworks.domain.people.views.row_form import EndRow
from linkworks.foundation.core.phone import Phone
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.page_registry import page


@page("people.contact_detail_end", title="Does this no longer reach them?")
class EndDetail(EndRow[ContactDetail]):
    model = ContactDetail
    title = "Does this no longer reach them?"
    button = "It no longer reaches them"
    done = "We no longer use it."

    def describe(self) -> str:
        is_email = self.row.kind == ContactKind.EMAIL
        return self.row.value if is_email else Phone(self.row.value).national

    def change(self, form: Form) -> None:
        contact_details.end_detail(self.actor, detail=self.row, expected_version=self.posted_version)


@page("people.alert_end", title="Does this alert no longer hold?")
class EndAlert(EndRow[Alert]):
    model = Alert
    title = "Does this alert no longer hold?"
    done = "The alert no longer holds."

    def describe(self) -> str:
        return AlertKind(self.row.kind).label

    def change(self, form: Form) -> None:
        alerts.end_alert(self.actor, alert=self.row, expected_version=self.posted_version)


@page("people.adjustment_end", title="Is this no longer needed?")
class EndAdjustment(EndRow[Adjustment]):
    model = Adjustment
    title = "Is this no longer needed?"
    button = "It is no longer needed"
    done = "It is no longer needed."

    def describe(self) -> str:
        return AdjustmentKind(self.row.kind).label

    def change(self, form: Form) -> None:
        communication.end_adjustment(self.actor, adjustment=self.row, expected_version=self.posted_version)


@page("people.supporter_end", title="Do they no longer support the person?")
class EndSupporter(EndRow[RelatedPerson]):
    model = RelatedPerson
    title = "Do they no longer support the person?"
    button = "They no longer do"
    done = "The supporter is taken off. We no longer talk to them about the person."

    def describe(self) -> str:
        return self.row.name

    def change(self, form: Form) -> None:
        supporters.end_supporter(self.actor, supporter=self.row, expected_version=self.posted_version)


@page("people.consent_withdraw", title="Has the person withdrawn this?")
class WithdrawConsent(EndRow[Consent]):
    model = Consent
    title = "Has the person withdrawn this?"
    button = "They have withdrawn it"
    done = "The consent is withdrawn. What was agreed before stays in the record."
    introduction = ("From now on we no longer do this. What was shared until now cannot be called back.",)

    def describe(self) -> str:
        about = f": {self.row.about}" if self.row.about else ""
        return f"{ConsentKind(self.row.kind).label}{about}"

    def change(self, form: Form) -> None:
        consents.withdraw_consent(self.actor, consent=self.row, expected_version=self.posted_version)
