"""What callers say: scripts, their versions and their languages."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.views import script_drafts as drafts
from linkworks.domain.outreach.views import script_languages as languages
from linkworks.domain.outreach.views import scripts
from linkworks.domain.outreach.views.script_preview import preview

ALL = "campaigns/scripts"
ONE = f"{ALL}/versions/<uuid:version_id>"
PART = f"{ONE}/parts/<slug:module>"
STEP = f"{ONE}/steps/<slug:step>"

patterns: list[URLPattern] = [
    path(ALL, scripts.scripts, name="scripts"),
    path(f"{ALL}/new", scripts.BeginScript.as_view(), name="script_new"),
    path(f"{ALL}/<uuid:script_id>/next", scripts.next_version, name="script_next"),
    path(ONE, scripts.script_version, name="script_version"),
    path(f"{ONE}/changes", scripts.changes, name="script_changes"),
    path(f"{ONE}/preview", preview, name="script_preview"),
    path(f"{ONE}/publish", scripts.publish, name="script_publish"),
    path(f"{ONE}/throw-away", drafts.ThrowAway.as_view(), name="script_throw_away"),
    path(f"{ONE}/rearrange", drafts.rearrange, name="script_rearrange"),
    path(f"{ONE}/new-part", drafts.NewPart.as_view(), name="script_part_new"),
    path(PART, drafts.EditPart.as_view(), name="script_part"),
    path(f"{PART}/new-step", drafts.NewStep.as_view(), name="script_step_new"),
    path(STEP, drafts.EditStep.as_view(), name="script_step"),
    path(f"{STEP}/when", drafts.EditWhen.as_view(), name="script_when"),
    path(f"{STEP}/new-answer", drafts.NewAnswer.as_view(), name="script_answer_new"),
    path(f"{STEP}/answers/<slug:answer>", drafts.EditAnswer.as_view(), name="script_answer"),
    path(f"{ONE}/translations", languages.Translations.as_view(), name="script_translations"),
    path(f"{ONE}/translations/<slug:tag>/<slug:module>", languages.Translate.as_view(), name="script_translate"),
]
