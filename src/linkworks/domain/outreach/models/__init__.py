from linkworks.domain.outreach.models.attempt import CallAttempt, HandOut, LateNote
from linkworks.domain.outreach.models.board_count import BoardCount
from linkworks.domain.outreach.models.caller import CallerIntroduction, ColleagueAsked
from linkworks.domain.outreach.models.campaign import CallingWindow, CallOutcome, Campaign, PriorityBand
from linkworks.domain.outreach.models.cohort import CohortImport, CohortRow, ListMapping
from linkworks.domain.outreach.models.concern import CallConcern
from linkworks.domain.outreach.models.contact import CampaignContact
from linkworks.domain.outreach.models.ladder import CampaignMessage, LadderRung, LadderStep, SafeContactDecision
from linkworks.domain.outreach.models.lead_notice import LeadNotice
from linkworks.domain.outreach.models.need import Need, NeedMark, NeedStep
from linkworks.domain.outreach.models.opt_out import OptOut, opted_out
from linkworks.domain.outreach.models.provider import NeedClock, NeedRoute, NeedType, Provider
from linkworks.domain.outreach.models.sample import CallSample
from linkworks.domain.outreach.models.script import CallScript, ScriptAnswer, ScriptVersion
from linkworks.domain.outreach.models.shift import CallerShift

__all__ = [
    "BoardCount",
    "CallAttempt",
    "CallConcern",
    "CallOutcome",
    "CallSample",
    "CallScript",
    "CallerIntroduction",
    "CallerShift",
    "CallingWindow",
    "Campaign",
    "CampaignContact",
    "CampaignMessage",
    "CohortImport",
    "CohortRow",
    "ColleagueAsked",
    "HandOut",
    "LadderRung",
    "LadderStep",
    "LateNote",
    "LeadNotice",
    "ListMapping",
    "Need",
    "NeedClock",
    "NeedMark",
    "NeedRoute",
    "NeedStep",
    "NeedType",
    "OptOut",
    "PriorityBand",
    "Provider",
    "SafeContactDecision",
    "ScriptAnswer",
    "ScriptVersion",
    "opted_out",
]
