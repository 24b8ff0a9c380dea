from typing import Any, ClassVar

from django.contrib import messages
from django.urls import reverse

from linkworks.domain.people.models import Person
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.domain.people.presenters.form import PersonFormPage
from linkworks.domain.people.selectors.person import before_contact, get_person
from linkworks.foundation.audit.history import describe_changes
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.models import Record
from linkworks.foundation.design.pages import FormPage
from linkworks.foundation.design.parts import Link

FORM_STATES = ("filled", "error")


class PersonForm(FormPage):
    """A form about one person, under their banner. Give `done`, a sentence for afterwards, and `change`, the deed."""

    template_name = "people/person_form.jinja"
    page_name: str
    done: ClassVar[str]
    introduction: ClassVar[tuple[str, ...]] = ()
    person: Person

    def prepare(self) -> None:
        self.person = get_person(self.actor, self.kwargs["person_id"])
        if self.request.method == "GET":
            record_look(self.actor, self.page_name, [self.person.pk], reason=self.person.opening_reason)

    def get_record(self) -> Record | None:
        """What the form changes; None when it adds."""
        return None

    def get_version(self) -> int | None:
        record = self.get_record()
        return record.version if record else None

    def describe_changes(self) -> list[str]:
        record = self.get_record()
        return describe_changes(record, self.posted_version) if record else []

    def get_initial(self) -> dict[str, Any]:
        record = self.get_record()
        return {name: getattr(record, name) for name in self.form_class.base_fields if hasattr(record, name)}

    def get_page(self) -> PersonFormPage:
        known = before_contact(self.actor, [self.person.pk])[self.person.pk]
        return PersonFormPage(
            self.get_title(),
            banner_of(self.person, known, href=self.person_url),
            self.person_url,
            self.introduction,
            self.get_offer(),
            self.get_end(),
        )

    def get_offer(self) -> Link | None:
        return None

    def get_end(self) -> Link | None:
        return None

    @property
    def person_url(self) -> str:
        return reverse("people:person", args=[self.person.pk])

    def change(self, form: Any) -> None:
        """Call an action."""
        raise NotImplementedError

    def save(self, form: Any) -> str:
        self.change(form)
        messages.success(self.request, self.done)
        return self.person_url


class ChangePerson(PersonForm):
    """A form that changes the person's own row."""

    def get_record(self) -> Record:
        return self.person
