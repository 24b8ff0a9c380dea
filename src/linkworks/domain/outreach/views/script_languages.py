"""A script in further languages, typed beside its own words."""

from typing import Any

from linkworks.domain.outreach.actions.scripts import change_draft
from linkworks.domain.outreach.forms.scripts import LanguageForm, TranslateForm
from linkworks.domain.outreach.presenters.script_languages import TranslatePage, TranslationsPage
from linkworks.domain.outreach.presenters.script_versions import version_url
from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.scripts.texts import translate
from linkworks.domain.outreach.selectors.scripts import get_script_version
from linkworks.domain.outreach.views.script_drafts import DraftForm, PartPage
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.design.page_registry import page


@page("outreach.script_translations", states=("empty", "filled", "published", "error"), title="Languages of a script")
class Translations(DraftForm):
    title = "Languages"
    button = "Add it"
    template_name = "outreach/script_translations.jinja"

    def prepare(self) -> None:
        """A published version shows what it has."""
        self.draft = get_script_version(self.actor, self.kwargs["version_id"])
        self.script = self.draft.read()

    def get_page(self) -> TranslationsPage:
        return TranslationsPage.of(self.draft)

    def get_form(self, **bound: Any) -> LanguageForm:
        return LanguageForm(script=self.script, **bound)

    def save(self, form: LanguageForm) -> str:
        changed = translate(self.script, form.cleaned_data["language"], {})
        change_draft(self.actor, draft=self.draft, script=changed, expected_version=self.posted_version)
        return version_url(self.draft, "script_translations")


@page("outreach.script_translate", title="A script in another language")
class Translate(PartPage):
    template_name = "outreach/script_translate.jinja"

    def find(self) -> None:
        super().find()
        self.tag = self.kwargs["tag"]
        if self.tag not in self.script.translations:
            raise NotFound

    def get_page(self) -> TranslatePage:
        return TranslatePage.of(self.draft, self.script, self.module, self.tag)

    def get_form(self, **bound: Any) -> TranslateForm:
        return TranslateForm(script=self.script, module=self.module, tag=self.tag, **bound)

    def change(self, form: TranslateForm) -> Script:
        return translate(self.script, self.tag, form.given())

    def save(self, form: TranslateForm) -> str:
        super().save(form)
        return version_url(self.draft, "script_translations")
