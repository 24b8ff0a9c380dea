from typing import Any, ClassVar

from linkworks.domain.people.actions import alerts, communication, contact_details, supporters
from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ContactKind
from linkworks.domain.people.forms.contact import (
    AdjustmentForm,
    AlertForm,
    AlertReviewForm,
    CommunicationNeedsForm,
    EmailAddressForm,
    SupporterForm,
    TelephoneForm,
    next_year,
)
from linkworks.domain.people.models import Adjustment, Alert, ContactDetail, RelatedPerson
from linkworks.domain.people.views.person_form import FORM_STATES, PersonForm
from linkworks.domain.people.views.row_form import ChangeRow
from linkworks.foundation.core.phone import Phone, PhoneKind
from linkworks.foundation.design.fields import NO, YES, Form
from linkworks.foundation.design.page_registry import page


def _detail(form: Form) -> dict[str, Any]:
    """The answers, with the kind that the number itself tells."""
    answers = form.cleaned_data
    if isinstance(form, EmailAddressForm):
        return answers | {"kind": ContactKind.EMAIL, "may_voicemail": False, "may_text": False}
    is_mobile = Phone(answers["value"]).kind is PhoneKind.MOBILE
    return answers | {"kind": ContactKind.MOBILE if is_mobile else ContactKind.LANDLINE}


@page("people.telephone_new", states=FORM_STATES, title="Add a telephone number")
class AddTelephone(PersonForm):
    form_class: ClassVar[type[Form]] = TelephoneForm
    title = "Add a telephone number"
    done = "The telephone number is saved."

    def change(self, form: Form) -> None:
        contact_details.add_detail(self.actor, person=self.person, **_detail(form))


@page("people.email_new", states=FORM_STATES, title="Add an e-mail address")
class AddEmail(AddTelephone):
    form_class = EmailAddressForm
    title = "Add an e-mail address"
    done = "The e-mail address is saved."


@page("people.telephone", states=FORM_STATES, title="Change a telephone number")
class ChangeTelephone(ChangeRow[ContactDetail]):
    model = ContactDetail
    form_class: ClassVar[type[Form]] = TelephoneForm
    title = "Change a telephone number"
    end = ("It no longer reaches them", "people:contact_detail_end")
    done = "The telephone number is saved."

    def change(self, form: Form) -> None:
        contact_details.change_detail(
            self.actor, detail=self.row, expected_version=self.posted_version, **_detail(form)
        )


@page("people.email", states=FORM_STATES, title="Change an e-mail address")
class ChangeEmail(ChangeTelephone):
    form_class = EmailAddressForm
    title = "Change an e-mail address"
    done = "The e-mail address is saved."


@page("people.alert_new", states=FORM_STATES, title="Raise an alert")
class RaiseAlert(PersonForm):
    form_class = AlertForm
    title = "Raise an alert"
    button = "Raise the alert"
    done = "The alert is raised."

    def get_initial(self) -> dict[str, Any]:
        return {"review_on": next_year()}

    def change(self, form: AlertForm) -> None:
        answers = form.cleaned_data
        kind = AlertKind(answers.pop("kind"))
        alerts.raise_alert(self.actor, person=self.person, kind=kind, **answers)


@page("people.alert", states=FORM_STATES, title="Does this alert still hold?")
class ReviewAlert(ChangeRow[Alert]):
    model = Alert
    form_class = AlertReviewForm
    button = "It still holds"
    end = ("It no longer holds", "people:alert_end")
    done = "The alert still holds."

    def get_title(self) -> str:
        return f"Does this alert still hold? {AlertKind(self.row.kind).label}"

    def change(self, form: AlertReviewForm) -> None:
        alerts.review_alert(self.actor, alert=self.row, expected_version=self.posted_version, **form.cleaned_data)


@page("people.communication_needs", states=FORM_STATES, title="Ask about communication needs")
class AskCommunicationNeeds(PersonForm):
    form_class = CommunicationNeedsForm
    title = "Ask about communication needs"
    done = "What makes contact easier is saved."

    def get_initial(self) -> dict[str, Any]:
        return {"review_on": next_year()}

    def change(self, form: CommunicationNeedsForm) -> None:
        answers = form.cleaned_data
        kinds = [AdjustmentKind(kind) for kind in answers.pop("kinds")]
        communication.record_needs(self.actor, person=self.person, kinds=kinds, **answers)


@page("people.adjustment", states=FORM_STATES, title="How we meet a need")
class ChangeAdjustment(ChangeRow[Adjustment]):
    model = Adjustment
    form_class = AdjustmentForm
    end = ("It is no longer needed", "people:adjustment_end")
    done = "How we meet the need is saved."

    def get_title(self) -> str:
        return f"How we meet a need: {AdjustmentKind(self.row.kind).label}"

    def change(self, form: AdjustmentForm) -> None:
        communication.change_adjustment(
            self.actor, adjustment=self.row, expected_version=self.posted_version, **form.cleaned_data
        )


def _supporter(form: SupporterForm) -> dict[str, Any]:
    return form.cleaned_data | {"may_talk_to": form.cleaned_data["may_talk_to"] == YES}


@page("people.supporter_new", states=FORM_STATES, title="Add a supporter")
class AddSupporter(PersonForm):
    form_class = SupporterForm
    title = "Add a supporter"
    done = "The supporter is saved."

    def change(self, form: SupporterForm) -> None:
        supporters.add_supporter(self.actor, person=self.person, **_supporter(form))


@page("people.supporter", states=FORM_STATES, title="Change a supporter")
class ChangeSupporter(ChangeRow[RelatedPerson]):
    model = RelatedPerson
    form_class = SupporterForm
    title = "Change a supporter"
    end = ("They no longer support the person", "people:supporter_end")
    done = "The supporter is saved."

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"may_talk_to": YES if self.row.may_talk_to else NO}

    def change(self, form: SupporterForm) -> None:
        supporters.change_supporter(
            self.actor, supporter=self.row, expected_version=self.posted_version, **_supporter(form)
        )
