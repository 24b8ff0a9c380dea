"""How the person gets there, and what a partner answers."""

from typing import Any

from linkworks.domain.onward.actions.move import move_onward
from linkworks.domain.onward.actions.ways_on import introduce, signpost
from linkworks.domain.onward.choices import IntroductionKind, OnwardStatus
from linkworks.domain.onward.forms.ways_on import AnswerForm, IntroductionForm, SignpostForm
from linkworks.domain.onward.models import OnwardReferral
from linkworks.domain.onward.selectors.options import get_onward_referral
from linkworks.domain.onward.views.about import OptionFormPage
from linkworks.foundation.design.page_registry import page


@page("onward.signpost", states=("filled", "error"), title="Signpost")
class Signpost(OptionFormPage):
    form_class = SignpostForm

    def get_title(self) -> str:
        return f"Signpost {self.case.person.known_as} to {self.option.service.name}"

    def save(self, form: SignpostForm) -> str:
        signpost(self.actor, option=self.option, told=form.cleaned_data["told"], on=form.day())
        return self.option_url


@page("onward.introduce", states=("filled", "error"), title="Introduce")
class Introduce(OptionFormPage):
    form_class = IntroductionForm

    def get_title(self) -> str:
        return f"Introduce {self.case.person.known_as} to {self.option.service.name}"

    def save(self, form: IntroductionForm) -> str:
        given = form.cleaned_data
        introduce(
            self.actor,
            option=self.option,
            kind=IntroductionKind(given["kind"]),
            with_whom=given["with_whom"],
            words=given["words"],
            on=form.day(),
        )
        return self.option_url


@page("onward.answer", states=("filled", "error"), title="What a partner answered")
class Answer(OptionFormPage):
    referral: OnwardReferral

    def prepare(self) -> None:
        super().prepare()
        self.referral = get_onward_referral(self.actor, self.case, self.kwargs["referral_id"])

    def get_title(self) -> str:
        return f"What did {self.referral.to_whom} answer?"

    def get_version(self) -> int:
        return self.referral.version

    def describe_changes(self) -> list[str]:
        return [f"It now stands at “{self.referral.get_status_display()}”."]

    def get_form(self, **bound: Any) -> AnswerForm:
        return AnswerForm(stands=OnwardStatus(self.referral.status), **bound)

    def save(self, form: AnswerForm) -> str:
        move_onward(
            self.actor,
            referral=self.referral,
            status=OnwardStatus(form.cleaned_data["status"]),
            words=form.cleaned_data["words"],
            on=form.day(),
            expected_version=self.posted_version,
        )
        return self.option_url
