"""How a view answers: `render` for a page that is read, `FormPage` for a page that is filled in."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django.db import transaction
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.template import loader
from django.views import View

from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, Refused
from linkworks.foundation.core.uuids import read_uuid
from linkworks.foundation.core.words import moment

from .fields import Form
from .models import Submission
from .page_registry import title_of
from .unsaved import Unsaved, keeper

HAS_ERRORS = 422
CONFLICT = 409
STILL_HERE = "What you typed is still here. Check it, then save it again."


@dataclass(frozen=True)
class TitledPage:
    title: str


@dataclass(frozen=True)
class Notice:
    title: str
    lines: tuple[str, ...] = ()


def render(request: HttpRequest, template: str, page: Any, status: int = 200, **context: Any) -> HttpResponse:
    """A page from its template. `page` is a frozen dataclass with at least a `title`."""
    context |= {"page": page, "actor": getattr(request, "actor", None), "tab": _tab(request)}
    return HttpResponse(loader.render_to_string(template, context, request), status=status)


def _tab(request: HttpRequest) -> str:
    """What the browser's tab says on a page for staff, whose own title may name a person."""
    actor, match = getattr(request, "actor", None), request.resolver_match
    return title_of(match.func) if actor and actor.is_staff and match else ""


class FormPage(View):
    """A page with one form: shown, judged, saved once, and shown again with everything typed when it could not be.

    Give a title, `save`, and `form_class` unless the button says it all. What the form is about is found in
    `prepare`, which runs before anything else and may raise NotFound or NotAllowed. A form with errors
    answers 422; one that somebody else overtook, 409.
    """

    form_class: ClassVar[type[Form]] = Form
    title: ClassVar[str] = ""
    button: ClassVar[str] = "Save"
    template_name: ClassVar[str] = "layouts/form.jinja"
    layout: ClassVar[str] = "layouts/app.jinja"
    keeps_typing: ClassVar[bool] = True
    """Whether text may be kept for whoever typed it: as a draft, and when it is posted after the session has locked."""

    request: HttpRequest

    def prepare(self) -> None:
        """Find what the form is about and keep it on self."""

    def get_title(self) -> str:
        return self.title

    def get_page(self) -> Any:
        """What the template sees as `page`."""
        return TitledPage(self.get_title())

    def get_initial(self) -> dict[str, Any]:
        return {}

    def get_version(self) -> int | None:
        """The version of the record that the form changes; it comes back as `posted_version`."""
        return None

    def get_form(self, **bound: Any) -> Form:
        """Override to hand the form more than its data."""
        return self.form_class(initial=self.get_initial(), **bound)

    def describe_changes(self) -> list[str]:
        """After a Conflict: what the other person changed, a sentence each."""
        return []

    def save(self, form: Any) -> str | HttpResponse:
        """Do the deed through an action; say where to go next, as an address or a response."""
        raise NotImplementedError

    @property
    def actor(self) -> Actor:
        return self.request.actor  # type: ignore[attr-defined, no-any-return]

    @property
    def posted_version(self) -> int | None:
        return read_version(self.request.POST)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.prepare()
        unsaved = keeper().recall(request) if self.keeps_typing and "fresh" not in request.GET else None
        return self._show_draft(unsaved) if unsaved else self._show(self.get_form(), uuid4())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        submission = self._claim()
        if submission.location:
            return HttpResponseRedirect(submission.location)
        self.prepare()
        form = self.get_form(data=request.POST, files=request.FILES)
        if "_review" in request.POST:
            return self._show_for_review(form, submission.token)
        return self._judge(form, submission)

    def _judge(self, form: Form, submission: Submission) -> HttpResponseBase:
        if not form.is_valid():
            return self._show_errors(form, submission)
        try:
            with transaction.atomic():
                return self._save_once(form, submission)
        except Refused as refusal:
            form.refuse(refusal.message, refusal.field)
            return self._show_errors(form, submission)
        except Conflict as conflict:
            return self._show_conflict(form, submission.token, conflict)

    def _save_once(self, form: Form, submission: Submission) -> HttpResponseBase:
        saved = self.save(form)
        response = HttpResponseRedirect(saved) if isinstance(saved, str) else saved
        submission.lead_to(response.get("Location", self.request.get_full_path()))
        keeper().forget(self.request)
        return response

    def _claim(self) -> Submission:
        token = _read_token(self.request.POST.get("_submission", ""))
        claimed = Submission.claim(token, self.actor.user_id) or Submission.claim(uuid4(), self.actor.user_id)
        assert claimed is not None  # noqa: S101 (a token made this moment is nobody else's)
        return claimed

    def _show_errors(self, form: Form, submission: Submission) -> HttpResponse:
        """The version stays the one that was posted: a change made meanwhile is not overwritten unseen, and what was
        refused has changed nothing.
        """
        return self._show(form, submission.token, status=HAS_ERRORS, version=self.posted_version)

    def _show_for_review(self, form: Form, token: UUID) -> HttpResponse:
        form.without_errors()
        return self._show(form, token, notice=Notice("Check what you typed and save it"), version=self.posted_version)

    def _show_draft(self, unsaved: Unsaved) -> HttpResponse:
        form = self.get_form(data=unsaved.answers)
        form.without_errors()
        notice = Notice(f"This is your draft from {moment(unsaved.at)}", ("It is not saved yet.",))
        version = read_version(unsaved.answers)
        return self._show(form, uuid4(), notice=notice, version=version, is_draft=True)

    def _show_conflict(self, form: Form, token: UUID, conflict: Conflict) -> HttpResponse:
        self.prepare()
        lines = (*self.describe_changes(), STILL_HERE)
        return self._show(form, token, notice=Notice(conflict.message, lines), status=CONFLICT)

    def get_drafts(self, form: Form) -> str:
        """Where what is typed is sent while a form with room for long text is filled in; blank keeps no draft."""
        has_room = any(isinstance(field.widget, Textarea) for field in form.fields.values())
        return keeper().address(self.request) if self.keeps_typing and has_room else ""

    def _show(
        self,
        form: Form,
        token: UUID,
        *,
        notice: Notice | None = None,
        status: int = 200,
        version: int | None = None,
        is_draft: bool = False,
    ) -> HttpResponse:
        return render(
            self.request,
            self.template_name,
            self.get_page(),
            status=status,
            form=form,
            submission=token,
            version=version or self.get_version(),
            notice=notice,
            button=self.button,
            layout=self.layout,
            drafts=self.get_drafts(form),
            is_draft=is_draft,
        )


def read_version(answers: QueryDict) -> int | None:
    version = answers.get("_version") or ""
    return int(version) if version.isdecimal() else None


def _read_token(text: str) -> UUID:
    return read_uuid(text) or uuid4()
