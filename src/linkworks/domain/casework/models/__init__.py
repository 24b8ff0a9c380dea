from linkworks.domain.casework.models.advocacy import Advocacy, AdvocacyStep, ResearchTask
from linkworks.domain.casework.models.allocation import Allocation, Cover, Handover, WorkerProfile
from linkworks.domain.casework.models.appointment import Appointment, AppointmentMove
from linkworks.domain.casework.models.base import CaseRecord, StrikableRecord
from linkworks.domain.casework.models.case import Case, CaseStep
from linkworks.domain.casework.models.closure import ClosingDraft, Closure, CodedEntry
from linkworks.domain.casework.models.contact import CaseNote, Contact, ContactAttempt
from linkworks.domain.casework.models.measure import MeasureResponse, TeamMeasures
from linkworks.domain.casework.models.plan import (
    Goal,
    GoalMove,
    GoalScore,
    Need,
    NeedMove,
    PlanReview,
    PlanStep,
    SupportPlan,
    WhatMatters,
)
from linkworks.domain.casework.models.safety import (
    SafeguardingConcern,
    SafeguardingRota,
    SafeguardingStep,
    SafetyPath,
    SafetyStep,
)
from linkworks.domain.casework.models.task import Task, TaskChange

__all__ = [
    "Advocacy",
    "AdvocacyStep",
    "Allocation",
    "Appointment",
    "AppointmentMove",
    "Case",
    "CaseNote",
    "CaseRecord",
    "CaseStep",
    "ClosingDraft",
    "Closure",
    "CodedEntry",
    "Contact",
    "ContactAttempt",
    "Cover",
    "Goal",
    "GoalMove",
    "GoalScore",
    "Handover",
    "MeasureResponse",
    "Need",
    "NeedMove",
    "PlanReview",
    "PlanStep",
    "ResearchTask",
    "SafeguardingConcern",
    "SafeguardingRota",
    "SafeguardingStep",
    "SafetyPath",
    "SafetyStep",
    "StrikableRecord",
    "SupportPlan",
    "Task",
    "TaskChange",
    "TeamMeasures",
    "WhatMatters",
    "WorkerProfile",
]
