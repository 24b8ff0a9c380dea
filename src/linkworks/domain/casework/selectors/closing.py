"""What a closing would do: what stands in its way, what it calls off, and who would be told what."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.casework.choices import ClosureReason, HowItWent
from linkworks.domain.casework.closing_summary import GoalChange, MeasureChange, SummaryFacts, summary_text
from linkworks.domain.casework.models import Appointment, Case, ClosingDraft, Contact, Task
from linkworks.domain.casework.selectors.appointments import list_unfinished
from linkworks.domain.casework.selectors.measures import list_readings
from linkworks.domain.casework.selectors.plan import PlanStory, get_story
from linkworks.domain.casework.selectors.tasks import list_open_tasks
from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.models import Consent
from linkworks.domain.people.selectors.consents import newest_answer
from linkworks.domain.referrals import message_texts
from linkworks.domain.referrals.choices import HEALTH_SOURCES, MessageKind, Recipient, ReferralReason, ReferralSource
from linkworks.domain.referrals.message_texts import Message
from linkworks.domain.referrals.models import MessageBack
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.core.names import initials
from linkworks.foundation.messaging.selectors import get_attachment


@dataclass(frozen=True, slots=True)
class ClosingMessage:
    """What one recipient would be told. Without an address or the person's yes it does not leave.

    `summary` is the part that may be changed; blank where the words are fixed.
    """

    recipient: Recipient
    name: str
    address: str
    in_health: bool
    message: Message
    consent: Consent | None
    summary: str = ""

    @property
    def has_consent(self) -> bool:
        return self.consent is not None and self.consent.stands_on(clock.today())

    @property
    def may_leave(self) -> bool:
        return bool(self.address) and self.has_consent

    @property
    def may_be_changed(self) -> bool:
        """The summary is the worker's to word; that support has ended is said in fixed words."""
        return self.message.kind is MessageKind.SUMMARY


@dataclass(frozen=True, slots=True)
class CalledOff:
    """What ends with the case."""

    appointments: Sequence[Appointment]
    tasks: Sequence[Task]


def get_draft(actor: Actor, case: Case) -> ClosingDraft | None:
    draft: ClosingDraft | None = ClosingDraft.objects.visible_to(actor).filter(case=case).first()
    return draft


def list_messages_back(case: Case) -> QuerySet[MessageBack]:
    """What the practice and the referrer were told about this case."""
    messages: QuerySet[MessageBack] = MessageBack.objects.filter(referral__case=case.pk)
    return messages


def get_document(actor: Actor, case: Case, message_id: UUID) -> bytes:
    """The PDF that went to the practice with a message back of this case."""
    message = MessageBack.objects.visible_to(actor).filter(referral=case.referral, pk=message_id).first()
    if message is None:
        raise NotFound
    return get_attachment(actor, message.outbox_id)


def list_called_off(actor: Actor, case: Case) -> CalledOff:
    return CalledOff(list(list_unfinished(actor, case.pk)), list(list_open_tasks(actor, case.pk)))


def list_closing_messages(actor: Actor, case: Case, draft: ClosingDraft) -> list[ClosingMessage]:
    """The practice gets the summary; the referrer, that support has ended. Nobody is told twice at one address."""
    referral = case.referral
    practice = case.person.practice
    found = []
    from_practice = referral.source == ReferralSource.PRACTICE
    address = (practice.email if practice else "") or (referral.referrer_email if from_practice else "")
    if practice is not None or from_practice:
        summary = summary_text(_facts(actor, case, draft))
        found.append(
            ClosingMessage(
                recipient=Recipient.PRACTICE,
                name=practice.name if practice else referral.referrer_organisation,
                address=address,
                in_health=True,
                message=message_texts.summary(referral, summary),
                summary=summary,
                consent=newest_answer(actor, case.person_id, ConsentKind.SHARE_PRACTICE),
            )
        )
    if referral.referrer_email and referral.referrer_email != address:
        found.append(
            ClosingMessage(
                recipient=Recipient.REFERRER,
                name=referral.referrer_name or referral.referrer_organisation,
                address=referral.referrer_email,
                in_health=ReferralSource(referral.source) in HEALTH_SOURCES,
                message=message_texts.closed(referral),
                consent=newest_answer(actor, case.person_id, ConsentKind.SHARE_REFERRER),
            )
        )
    return found


def _facts(actor: Actor, case: Case, draft: ClosingDraft) -> SummaryFacts:
    referral, story = case.referral, get_story(actor, case)
    return SummaryFacts(
        about=f"{initials(referral.given_name, referral.family_name)} (our reference {referral.reference})",
        opened_on=case.opened_at.astimezone(clock.LONDON).date(),
        contacts=Contact.objects.visible_to(actor).standing().filter(case=case).count(),
        reasons=[ReferralReason(reason).label for reason in referral.reasons],
        what_matters=story.what_matters[0].words if story.what_matters else "",
        goals=_goal_changes(story),
        measures=[
            MeasureChange(readings.instrument.name, change)
            for readings in list_readings(actor, case)
            if (change := readings.change) is not None
        ],
        reason=ClosureReason(draft.reason).label,
        how_it_went=HowItWent(draft.how_it_went).label,
        words=draft.words,
        check_in_on=draft.check_in_on,
    )


def _goal_changes(story: PlanStory) -> list[GoalChange]:
    return [
        GoalChange(
            told.goal.words,
            told.scores[0].score if told.scores else None,
            told.scores[-1].score if told.scores else None,
        )
        for told in story.goals
    ]
