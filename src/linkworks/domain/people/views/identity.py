from typing import Any

from django.urls import reverse

from linkworks.domain.people.actions import death, identity
from linkworks.domain.people.forms.identity import AddressForm, DeathForm, IdentityForm, LanguageForm, PracticeForm
from linkworks.domain.people.models import Person
from linkworks.domain.people.selectors.person import find_holder_of_nhs_number, list_practices
from linkworks.domain.people.views.person_form import FORM_STATES, ChangePerson
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.fields import NO, YES, Form
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.parts import Link


@page("people.identity", states=FORM_STATES, title="Who they are")
class Identity(ChangePerson):
    form_class = IdentityForm
    title = "Who they are"
    done = "Their names and dates are saved."
    holder: Person | None = None

    def change(self, form: IdentityForm) -> None:
        answers = form.cleaned_data
        try:
            identity.correct_identity(self.actor, person=self.person, expected_version=self.posted_version, **answers)
        except Refused:
            self.holder = find_holder_of_nhs_number(self.actor, answers["nhs_number"])
            self.person.refresh_from_db()  # the banner tells what is on record, not what was typed
            raise

    def get_offer(self) -> Link | None:
        if self.holder is None:
            return None
        return Link("Look at the record that has this NHS number", reverse("people:person", args=[self.holder.pk]))


@page("people.address", states=FORM_STATES, title="Address")
class Address(ChangePerson):
    form_class = AddressForm
    title = "Address"
    done = "The address is saved."

    def change(self, form: AddressForm) -> None:
        identity.change_address(
            self.actor, person=self.person, expected_version=self.posted_version, **form.cleaned_data
        )


@page("people.language", states=FORM_STATES, title="Language")
class Language(ChangePerson):
    form_class = LanguageForm
    title = "Language"
    done = "The language is saved."

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"interpreter_needed": YES if self.person.interpreter_needed else NO}

    def change(self, form: LanguageForm) -> None:
        identity.change_language(
            self.actor,
            person=self.person,
            expected_version=self.posted_version,
            preferred_language=form.cleaned_data["preferred_language"],
            interpreter_needed=form.cleaned_data["interpreter_needed"] == YES,
        )


@page("people.practice", title="GP practice")
class ChangePractice(ChangePerson):
    form_class = PracticeForm
    title = "GP practice"
    done = "The GP practice is saved."

    def get_form(self, **bound: Any) -> Form:
        self.practices = list(list_practices(self.actor))
        return PracticeForm(practices=self.practices, initial={"practice": self.person.practice_id}, **bound)

    def change(self, form: PracticeForm) -> None:
        chosen = form.cleaned_data["practice"]
        identity.change_practice(
            self.actor,
            person=self.person,
            expected_version=self.posted_version,
            practice=next((one for one in self.practices if str(one.pk) == chosen), None),
        )


@page("people.death", states=FORM_STATES, title="This person has died")
class RecordDeath(ChangePerson):
    form_class = DeathForm
    title = "This person has died"
    button = "Save that they have died"
    done = "It is saved that they have died. We are sorry. Talk to somebody if it helps."
    introduction = (
        "Everybody who opens the record will see it first.",
        "Messages and letters that wait to be sent to the person are held back, appointments to come are cancelled, "
        "and referrals that wait are withdrawn. Whoever referred them is not written to: tell them yourself.",
        "Their case stays open until its link worker, who reads of it on My day, closes it.",
    )

    def change(self, form: DeathForm) -> None:
        death.record_death(self.actor, person=self.person, expected_version=self.posted_version, **form.cleaned_data)


@page("people.death_mistake", title="It was a mistake: this person is alive")
class TakeBackDeath(ChangePerson):
    title = "It was a mistake: this person is alive"
    button = "Save that they are alive"
    done = "It is saved that they are alive."
    introduction = (
        "What was called off stays called off: book appointments and reminders again, and take referrals back in.",
    )

    def change(self, form: Form) -> None:
        death.take_back_death(self.actor, person=self.person, expected_version=self.posted_version)
