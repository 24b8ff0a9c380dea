"""From a need to a referral to a service: which fits, and their yes to it. What leaves is chosen as from any case."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.domain.casework.models import Case
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.selectors import get_service, list_services
from linkworks.domain.onward.presenters.about import known_banner, option_url
from linkworks.domain.onward.presenters.found_option import Finding
from linkworks.domain.onward.presenters.offer import OfferPage, although_sentence
from linkworks.domain.onward.presenters.options import found_service
from linkworks.domain.onward.selectors.law import law_for
from linkworks.domain.onward.selectors.options import offered_services
from linkworks.domain.outreach.actions.need_onward import choose_service
from linkworks.domain.outreach.forms.needs import SaidYesForm
from linkworks.domain.outreach.models import Need
from linkworks.domain.outreach.presenters.need_onward import ServicesPage
from linkworks.domain.outreach.selectors.concerns import open_case_of
from linkworks.domain.outreach.selectors.need_onward import list_their_options, look_for_services
from linkworks.domain.outreach.views.about_need import AboutANeed, open_need
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.parts import Link


@page("outreach.need_services", states=("no_case", "filled"), title="Refer on to a service")
def need_services(request: HttpRequest, campaign_id: UUID, need_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    need = open_need(actor, campaign_id, need_id)
    case = _case_of(actor, need)
    return render(request, "outreach/need_services.jinja", _services(actor, need, case))


@page("outreach.need_service", states=("filled", "error"), title="A service for a need")
class ChooseService(AboutANeed):
    """Their yes to this service, before anything of them is passed on."""

    button = "Go on to what leaves"
    template_name = "onward/offer.jinja"
    case: Case
    service: Service

    def prepare(self) -> None:
        super().prepare()
        self.case = _insist_on_case(self.actor, self.need)
        self.service = get_service(self.actor, self.kwargs["service_id"])

    def get_title(self) -> str:
        return f"{self.service.name} for {self.case.person.known_as}"

    def get_page(self) -> OfferPage:
        known = before_contact(self.actor, [self.case.person_id])[self.case.person_id]
        services = reverse("outreach:need_services", args=[self.need.campaign_id, self.need.pk])
        return OfferPage(
            title=self.get_title(),
            banner=known_banner(self.case, known),
            back=Link("Other services", services),
            found=found_service(self.case, known, self.service, offered_services(self.actor, self.case)),
        )

    def get_form(self, **bound: Any) -> SaidYesForm:
        is_new = self.service.pk not in offered_services(self.actor, self.case)
        although = although_sentence(law_for(self.case, self.service)) if is_new else ""
        return SaidYesForm(name=self.case.person.known_as, need=self.need, although=although, **bound)

    def save(self, form: SaidYesForm) -> str:
        given = form.cleaned_data
        option = choose_service(
            self.actor,
            need=self.need,
            case=self.case,
            service=self.service,
            words=given["words"],
            overridden_because=given.get("overridden_because", ""),
        )
        return option_url(self.case.pk, option.pk, "refer_on")


def _services(actor: Actor, need: Need, case: Case | None) -> ServicesPage:
    if case is None:
        return ServicesPage.without_case(actor, need, before_contact(actor, [need.person_id])[need.person_id])
    looked = look_for_services(actor, need, case)
    finding = Finding(case, looked, offered_services(actor, case), frozenset())
    fits = looked.found.options if looked.found else ()
    services = list_services(actor, [UUID(fit.service.id) for fit in fits])
    return ServicesPage.of(actor, need, finding, services, list_their_options(actor, case))


def _case_of(actor: Actor, need: Need) -> Case | None:
    """Opened as every case is: outside one's caseload, by saying why."""
    case = open_case_of(actor, need.person_id)
    return get_case(actor, case.pk) if case else None


def _insist_on_case(actor: Actor, need: Need) -> Case:
    case = _case_of(actor, need)
    if case is None:
        raise NotFound
    return case
