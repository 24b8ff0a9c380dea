from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from linkworks.domain.casework.actions.close import DOCUMENT_NAME, close_case, prepare_closing
from linkworks.domain.casework.actions.reopen import reopen_case
from linkworks.domain.casework.choices import ClosureReason
from linkworks.domain.casework.forms.closing import ClosingForm, MessagesForm, ReopenForm
from linkworks.domain.casework.models import ClosingDraft
from linkworks.domain.casework.presenters.closing import ClosingCheckPage, ClosingPage
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.casework.selectors.closing import (
    ClosingMessage,
    get_document,
    get_draft,
    list_closing_messages,
)
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core import words
from linkworks.foundation.design import fields
from linkworks.foundation.design.page_registry import no_page, page


@page("casework.close", states=("empty", "must_wait", "open_work", "error"), title="Close a case")
class CloseCase(CaseForm):
    """First page: how it ended. Nothing is closed yet."""

    form_class = ClosingForm
    button = "Go on to the messages"
    template_name = "casework/close.jinja"

    def get_title(self) -> str:
        return f"End support for {self.case.person.known_as}"

    def get_page(self) -> ClosingPage:
        return ClosingPage.of(self.actor, self.case, super().get_page())

    def get_initial(self) -> dict[str, Any]:
        draft = get_draft(self.actor, self.case)
        if draft is None:
            return {"reason": self.request.GET.get("reason", "")}
        names = ("reason", "how_it_went", "words", "check_in_on", "measures_not_asked")
        said = {name: getattr(draft, name) for name in names}
        return said | {"checks_in": fields.YES if draft.check_in_on else fields.NO}

    def save(self, form: ClosingForm) -> str:
        prepare_closing(self.actor, case=self.case, **form.values())
        return reverse("casework:close_check", args=[self.case.pk])


@page("casework.close_check", states=("filled", "nobody_to_tell", "error"), title="Check before closing")
class CheckClosing(CaseForm):
    """Second page: who is told what. Saving closes the case and sends the messages."""

    title = "Check what we tell, then close"
    button = "Close the case"
    template_name = "casework/close_check.jinja"
    draft: ClosingDraft | None
    offered: list[ClosingMessage]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if get_draft(self.actor, self.find_case()) is None:
            return HttpResponseRedirect(reverse("casework:close", kwargs=kwargs))
        return super().get(request, *args, **kwargs)

    def prepare(self) -> None:
        super().prepare()
        self.draft = get_draft(self.actor, self.case)
        self.offered = list_closing_messages(self.actor, self.case, self.draft) if self.draft else []

    def get_form(self, **bound: Any) -> MessagesForm:
        return MessagesForm(offered=self.offered, **bound)

    def get_page(self) -> Any:
        base = super().get_page()
        return ClosingCheckPage.of(self.actor, self.case, base, self.draft, self.offered) if self.draft else base

    def save(self, form: MessagesForm) -> str:
        texts = form.texts
        closure = close_case(self.actor, case=self.case, texts=texts)
        told = f" {words.count(len(texts), 'message')} will be sent." if texts else " Nobody was told."
        messages.success(self.request, f"Closed.{told}")
        if closure.reason == ClosureReason.DECLINED:
            return reverse("casework:gp_copy", args=[self.case.pk])
        return self.case_url


@no_page
def message_document(request: HttpRequest, case_id: UUID, message_id: UUID) -> HttpResponse:
    """The PDF that the practice got. Its name says nothing of anybody."""
    actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    document = get_document(actor, case, message_id)
    record_look(actor, "casework.message_document", [case.person_id], reason=case.opening_reason or "")
    return HttpResponse(
        document,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{DOCUMENT_NAME}"'},
    )


@page("casework.reopen", states=("empty", "error"), title="Reopen a case")
class ReopenCase(CaseForm):
    form_class = ReopenForm
    button = "Reopen the case"

    def get_title(self) -> str:
        return f"Take up support for {self.case.person.known_as} again"

    def save(self, form: ReopenForm) -> str:
        reopen_case(self.actor, case=self.case, words=form.cleaned_data["words"])
        messages.success(self.request, "Open again.")
        return self.case_url
