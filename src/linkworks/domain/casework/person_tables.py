"""What becomes of casework when records are merged, a person asks for theirs, or time is up."""

from linkworks.domain.casework.models import (
    Advocacy,
    AdvocacyStep,
    Allocation,
    Appointment,
    AppointmentMove,
    Case,
    CaseNote,
    CaseStep,
    ClosingDraft,
    Closure,
    CodedEntry,
    Contact,
    ContactAttempt,
    Goal,
    GoalMove,
    GoalScore,
    MeasureResponse,
    Need,
    NeedMove,
    PlanReview,
    PlanStep,
    ResearchTask,
    SafeguardingConcern,
    SafeguardingStep,
    SafetyPath,
    SafetyStep,
    SupportPlan,
    Task,
    TaskChange,
    WhatMatters,
)
from linkworks.domain.people.registry import Keep, OnExport, OnMerge, declare

THE_PERSONS_OWN = (WhatMatters, Need, NeedMove, SupportPlan, PlanReview, Goal, GoalMove, GoalScore, PlanStep)
HOW_IT_WENT = (
    Case,
    CaseStep,
    Allocation,
    Appointment,
    AppointmentMove,
    Contact,
    ContactAttempt,
    Closure,
    CodedEntry,
    MeasureResponse,
)
FREE_WORDS = (CaseNote, Task, TaskChange, ResearchTask, Advocacy, AdvocacyStep)
SAFETY = (SafeguardingConcern, SafeguardingStep, SafetyPath, SafetyStep)

declare(*THE_PERSONS_OWN, *HOW_IT_WENT, on_merge=OnMerge.MOVE, on_export=OnExport.GIVE, keep=Keep.RECORD)
declare(*FREE_WORDS, *SAFETY, on_merge=OnMerge.MOVE, on_export=OnExport.READ_FIRST, keep=Keep.RECORD)
declare(ClosingDraft, on_merge=OnMerge.MOVE, on_export=OnExport.LEAVE_OUT, keep=Keep.RECORD)
