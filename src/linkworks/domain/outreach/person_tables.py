"""What becomes of calls when records are merged, a person asks for theirs, or time is up."""

from linkworks.domain.outreach.models import (
    CallAttempt,
    CallConcern,
    CallSample,
    CampaignContact,
    CampaignMessage,
    CohortRow,
    HandOut,
    LadderStep,
    LateNote,
    LeadNotice,
    Need,
    NeedMark,
    NeedStep,
    OptOut,
    SafeContactDecision,
    ScriptAnswer,
)
from linkworks.domain.people.registry import Keep, OnExport, OnMerge, declare

declare(CampaignContact, OptOut, on_merge=OnMerge.UNITE, on_export=OnExport.GIVE, keep=Keep.RECORD)
declare(CallSample, on_merge=OnMerge.MOVE, on_export=OnExport.READ_FIRST, keep=Keep.RECORD)
declare(HandOut, on_merge=OnMerge.MOVE, on_export=OnExport.LEAVE_OUT, keep=Keep.RECORD)
declare(CallAttempt, LateNote, ScriptAnswer, on_merge=OnMerge.MOVE, on_export=OnExport.GIVE, keep=Keep.RECORD)
declare(Need, NeedMark, NeedStep, on_merge=OnMerge.MOVE, on_export=OnExport.GIVE, keep=Keep.RECORD)
declare(CallConcern, LeadNotice, on_merge=OnMerge.MOVE, on_export=OnExport.READ_FIRST, keep=Keep.RECORD)
# The list's own `delete_by` erases its rows, sooner than the record goes.
declare(CohortRow, on_merge=OnMerge.MOVE, on_export=OnExport.READ_FIRST, keep=Keep.RECORD)
declare(CampaignMessage, on_merge=OnMerge.MOVE, on_export=OnExport.GIVE, keep=Keep.RECORD)
declare(LadderStep, SafeContactDecision, on_merge=OnMerge.MOVE, on_export=OnExport.READ_FIRST, keep=Keep.RECORD)
