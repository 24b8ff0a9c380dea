"""Questions about concerns from calls. The database answers them to the lead alone."""

from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.selectors.safeguarding import get_rota, list_in_line
from linkworks.domain.outreach.models import CallConcern, ScriptAnswer
from linkworks.domain.outreach.scripts.walk import concerns_raised
from linkworks.domain.outreach.selectors.answers import standing_in
from linkworks.domain.people.models import PersonRecord
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def list_concerns(actor: Actor, campaign_id: UUID) -> QuerySet[CallConcern]:
    """Open ones first, the oldest first."""
    concerns: QuerySet[CallConcern] = CallConcern.objects.visible_to(actor).filter(contact__campaign_id=campaign_id)
    return concerns.select_related("person", "lead", "by").order_by("closed_at", "at")


def list_open_concerns(actor: Actor) -> QuerySet[CallConcern]:
    """Of every campaign, the oldest first."""
    concerns: QuerySet[CallConcern] = CallConcern.objects.visible_to(actor).filter(closed_at__isnull=True)
    return concerns.select_related("lead", "contact").order_by("at")


def get_call_concern(actor: Actor, concern_id: UUID) -> CallConcern:
    concerns = CallConcern.objects.visible_to(actor).select_related("person", "lead", "by", "contact__campaign__script")
    concern: CallConcern | None = concerns.filter(pk=concern_id).first()
    if concern is None:
        raise NotFound
    return concern


def was_changed(actor: Actor, concern: CallConcern) -> bool:
    """Whether the answer that raised it counts no more: a caller may have changed one later in the call."""
    answers = ScriptAnswer.objects.visible_to(actor).filter(token=concern.token, step=concern.step)
    newest = answers.select_related("version_used").order_by("at").last()
    if newest is None:
        return False
    given = standing_in(actor, concern.token, newest.version_used)
    return concern.step not in {step.key for step in concerns_raised(newest.version_used.read(), given)}


def list_call_concerns_to_remind_of(actor: Actor) -> list[UUID]:
    due = CallConcern.objects.visible_to(actor).filter(remind_at__lte=clock.now())
    return list(due.values_list("pk", flat=True))


def open_case_of(actor: Actor, person_id: UUID) -> Case | None:
    cases = Case.objects.visible_to(actor).filter(person_id=person_id).exclude(status=CaseStatus.CLOSED)
    case: Case | None = cases.order_by("-created_at").first()
    return case


def list_leads(actor: Actor, about: PersonRecord) -> list[User]:
    """Who is told: those named for safeguarding, then the team leads. Never nobody: then whoever is next in line."""
    in_line = list_in_line(actor, about)
    rota = get_rota(actor)
    named = {rota.lead_id, rota.deputy_id} if rota else set()
    members = Membership.objects.filter(team_id=about.team_id, role=Role.TEAM_LEAD, ended_at__isnull=True)
    leading = named | set(members.values_list("user_id", flat=True))
    told = [user for user in in_line if user.pk in leading] or in_line[:1]
    return told or list(User.objects.filter(pk=actor.own_id))
