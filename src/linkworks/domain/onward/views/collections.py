"""Putting services of a collection to a person: choose the collection, then what of it is for them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.directory.models import Collection
from linkworks.domain.directory.selectors.collections import get_collection, list_collections
from linkworks.domain.onward.actions.offer_collection import offer_collection
from linkworks.domain.onward.forms.collections import OfferCollectionForm
from linkworks.domain.onward.presenters.about import options_url
from linkworks.domain.onward.presenters.collections import OfferCollectionPage, StartPage, what_to_know
from linkworks.domain.onward.selectors.judging import Judged, judge_collection
from linkworks.domain.onward.views.about import CaseFormPage
from linkworks.domain.people.selectors.person import BeforeContact, before_contact
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core import words
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.searching import asked_words


@page("onward.collections", states=("empty", "filled"), title="Start from a collection")
def collections(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    known = before_contact(actor, [case.person_id])[case.person_id]
    asked = asked_words(request)
    record_look(actor, "onward.collections", [case.person_id], reason=case.opening_reason or "")
    shown = StartPage.of(actor, case, known, list_collections(actor, words=asked), asked)
    return render(request, "onward/collections.jinja", shown)


@page("onward.offer_collection", states=("filled", "none", "error"), title="Services of a collection for a person")
class OfferCollection(CaseFormPage):
    button = "Put them among the options"
    template_name = "onward/offer_collection.jinja"
    collection: Collection
    known: BeforeContact
    judged: Judged

    def prepare(self) -> None:
        super().prepare()
        self.collection = get_collection(self.actor, self.kwargs["collection_id"])
        self.known = before_contact(self.actor, [self.case.person_id])[self.case.person_id]
        self.judged = judge_collection(self.actor, self.case, self.collection)

    def get_page(self) -> OfferCollectionPage:
        return OfferCollectionPage.of(self.case, self.known, self.collection, self.judged)

    def get_form(self, **bound: Any) -> OfferCollectionForm:
        fitting = self.judged.fitting
        return OfferCollectionForm(items=fitting, hints=what_to_know(self.case, self.known, fitting), **bound)

    def save(self, form: OfferCollectionForm) -> str:
        put = offer_collection(self.actor, case=self.case, collection=self.collection, services=form.chosen())
        told = words.count(len(put), "service is", "services are")
        messages.success(self.request, f"{told} among the options for {self.case.person.known_as}.")
        if "sheet" in self.request.POST:
            return reverse("onward:sheet_new", args=[self.case.pk])
        return options_url(self.case.pk)
