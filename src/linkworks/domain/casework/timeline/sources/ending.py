"""What went into the GP record, and what the practice and the referrer were told."""

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import TimelineKind
from linkworks.domain.casework.codes import codes
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.selectors.closing import list_messages_back
from linkworks.domain.casework.timeline import TimelineEntry, TimelineRow
from linkworks.domain.referrals.choices import MessageKind, Recipient


def _codes(case: Case) -> QuerySet[Any]:
    return timeline.told(case.codedentrys.all(), at=F("at"), meaning=F("meaning"), code=F("code"))


def _code_entry(row: TimelineRow) -> TimelineEntry:
    code = codes().get(row.facts["meaning"])
    return row.entry("code put into the GP record", lines=(str(code) if code else row.facts["code"],))


def _messages(case: Case) -> QuerySet[Any]:
    return timeline.told(
        list_messages_back(case),
        at=F("created_at"),
        case_id=F("referral__case__pk"),
        recipient=F("recipient"),
        kind=F("kind"),
        text=F("text"),
    )


def _message_entry(row: TimelineRow) -> TimelineEntry:
    facts, kind = row.facts, MessageKind(row.facts["kind"])
    has_document = kind is MessageKind.SUMMARY
    url = reverse("casework:message_document", args=[facts["case_id"], row.id]) if has_document else ""
    told = f"the {Recipient(facts['recipient']).label} was told: {kind.label.lower()}"
    return row.entry(told, words=facts["text"], url=url)


timeline.register(TimelineKind.CASE, rows=_codes, entry=_code_entry)
timeline.register(TimelineKind.CASE, rows=_messages, entry=_message_entry)
