"""Putting a service to the person, and what they say."""

from typing import Any

from linkworks.domain.casework.models import Goal
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.onward.actions.offer import offer_option, record_choice
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.forms.offer import ChoiceForm, OfferForm
from linkworks.domain.onward.presenters.about import find_url, known_banner, options_url
from linkworks.domain.onward.presenters.found_option import anchor
from linkworks.domain.onward.presenters.offer import OfferPage, although_sentence
from linkworks.domain.onward.presenters.options import found_service
from linkworks.domain.onward.selectors.law import Law, law_for
from linkworks.domain.onward.selectors.options import list_active_goals, offered_services
from linkworks.domain.onward.views.about import CaseFormPage, OptionFormPage
from linkworks.domain.onward.views.telling import look
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.parts import Link


@page("onward.offer", states=("filled", "error"), title="Put a service to a person")
class Offer(CaseFormPage):
    button = "Put it among the options"
    template_name = "onward/offer.jinja"
    service: Service
    law: Law
    goals: list[Goal]

    def prepare(self) -> None:
        super().prepare()
        self.service = get_service(self.actor, self.kwargs["service_id"])
        self.law = law_for(self.case, self.service)
        self.goals = list_active_goals(self.actor, self.case)

    def get_title(self) -> str:
        return f"{self.service.name} for {self.case.person.known_as}"

    def get_page(self) -> OfferPage:
        known = before_contact(self.actor, [self.case.person_id])[self.case.person_id]
        return OfferPage(
            title=self.get_title(),
            banner=known_banner(self.case, known),
            back=self._back(),
            found=found_service(self.case, known, self.service, offered_services(self.actor, self.case)),
        )

    def get_initial(self) -> dict[str, Any]:
        """Whoever comes from what was found for the person finds its reason written."""
        return {"why": look(self.request, self.case).why_of(self.service.pk) if self._was_found else ""}

    def get_form(self, **bound: Any) -> OfferForm:
        goals = [(goal.pk, goal.words) for goal in self.goals]
        although = although_sentence(self.law)
        return OfferForm(goals=goals, although=although, initial={} if bound else self.get_initial(), **bound)

    def save(self, form: OfferForm) -> str:
        goal = next((goal for goal in self.goals if goal.pk == form.chosen_goal()), None)
        option = offer_option(
            self.actor,
            case=self.case,
            service=self.service,
            why=form.cleaned_data["why"],
            goal=goal,
            overridden_because=form.cleaned_data.get("overridden_because", ""),
        )
        choice = form.told_choice()
        if choice:
            record_choice(self.actor, option=option, choice=choice, words=form.cleaned_data["words"])
        return find_url(self.case.pk, anchor(self.service)) if self._was_found else options_url(self.case.pk)

    def _back(self) -> Link:
        known_as = self.case.person.known_as
        if self._was_found:
            return Link(f"Find options for {known_as}", find_url(self.case.pk, anchor(self.service)))
        return Link(f"Options for {known_as}", options_url(self.case.pk))

    @property
    def _was_found(self) -> bool:
        return "found" in self.request.GET


@page("onward.choice", states=("filled", "error"), title="What did they say?")
class RecordChoice(OptionFormPage):
    form_class = ChoiceForm

    def get_title(self) -> str:
        return f"What did {self.case.person.known_as} say to {self.option.service.name}?"

    def get_version(self) -> int:
        return self.option.version

    def describe_changes(self) -> list[str]:
        return [f"It now says “{Choice(self.option.choice).label}”."] if self.option.choice else []

    def save(self, form: ChoiceForm) -> str:
        record_choice(
            self.actor,
            option=self.option,
            choice=Choice(form.cleaned_data["choice"]),
            words=form.cleaned_data["words"],
            expected_version=self.posted_version,
        )
        return self.option_url
