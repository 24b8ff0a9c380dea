"""What becomes of the tables of people, and of those of the foundation that name a person."""

from linkworks.domain.people.models import (
    Addition,
    Adjustment,
    Alert,
    BlockKey,
    Consent,
    ContactDetail,
    KeptPortrait,
    Person,
    RelatedPerson,
    Restriction,
)
from linkworks.domain.people.registry import Keep, OnExport, OnMerge, declare
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.audit.models import ChangeEntry, ViewEntry
from linkworks.foundation.messaging.models import MessageContent

declare(Person, on_merge=OnMerge.UNITE, on_export=OnExport.GIVE, keep=Keep.RECORD)
declare(ContactDetail, Adjustment, Consent, on_merge=OnMerge.MOVE, on_export=OnExport.GIVE, keep=Keep.RECORD)
declare(Addition, on_merge=OnMerge.MOVE, on_export=OnExport.LEAVE_OUT, keep=Keep.RECORD)
declare(Alert, RelatedPerson, on_merge=OnMerge.MOVE, on_export=OnExport.READ_FIRST, keep=Keep.RECORD)
declare(Restriction, on_merge=OnMerge.UNITE, on_export=OnExport.READ_FIRST, keep=Keep.RECORD)
declare(BlockKey, KeptPortrait, on_merge=OnMerge.UNITE, on_export=OnExport.LEAVE_OUT, keep=Keep.RECORD)
declare(MessageContent, on_merge=OnMerge.STAY, on_export=OnExport.GIVE, keep=Keep.RECORD)
declare(RecordOpening, on_merge=OnMerge.STAY, on_export=OnExport.GIVE, keep=Keep.LOG)
declare(ChangeEntry, ViewEntry, on_merge=OnMerge.STAY, on_export=OnExport.GIVE, keep=Keep.LOG)
