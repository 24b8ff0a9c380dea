from django.db import models


class CaseStatus(models.TextChoices):
    OPEN = "open", "Open"
    ON_HOLD = "on_hold", "On hold"
    CLOSED = "closed", "Closed"


ALLOWED_MOVES: dict[CaseStatus, frozenset[CaseStatus]] = {
    CaseStatus.OPEN: frozenset({CaseStatus.ON_HOLD, CaseStatus.CLOSED}),
    CaseStatus.ON_HOLD: frozenset({CaseStatus.OPEN, CaseStatus.CLOSED}),
    CaseStatus.CLOSED: frozenset({CaseStatus.OPEN}),
}


class Way(models.TextChoices):
    """How people met or tried to."""

    PHONE = "phone", "Telephone"
    VIDEO = "video", "Video call"
    PRACTICE = "practice", "At the practice"
    HOME = "home", "At home"
    COMMUNITY = "community", "Out and about"
    TEXT = "text", "Text message"
    EMAIL = "email", "E-mail"
    LETTER = "letter", "Letter"


class ContactOutcome(models.TextChoices):
    """What the conversation was. Several may be true; listening is enough."""

    LISTENED = "listened", "Listened"
    INFORMATION = "information", "Gave information"
    WHAT_MATTERS = "what_matters", "Talked about what matters"
    PLANNED = "planned", "Made or reviewed a plan"
    PRACTICAL_HELP = "practical_help", "Practical help"
    ADVOCATED = "advocated", "Spoke up for the person"
    INTRODUCED = "introduced", "Introduced somebody"
    REVIEWED = "reviewed", "Looked at how it is going"


class AttemptOutcome(models.TextChoices):
    NO_ANSWER = "no_answer", "No answer"
    VOICEMAIL = "voicemail", "Left a voicemail"
    BUSY = "busy", "Busy"
    WRONG_NUMBER = "wrong_number", "Wrong number"
    SOMEBODY_ELSE = "somebody_else", "Somebody else answered"
    CALL_LATER = "call_later", "Asked us to ring later"
    TEXT_SENT = "text_sent", "Sent a text"
    LETTER_SENT = "letter_sent", "Sent a letter"
    NOT_HOME = "not_home", "Nobody at home"
    MISSED = "missed", "Did not come to the appointment"


class AppointmentStatus(models.TextChoices):
    BOOKED = "booked", "Booked"
    KEPT = "kept", "Took place"
    MISSED = "missed", "The person did not come"
    CANCELLED = "cancelled", "Cancelled"


APPOINTMENT_MOVES: dict[AppointmentStatus, frozenset[AppointmentStatus]] = {
    AppointmentStatus.BOOKED: frozenset(
        {AppointmentStatus.KEPT, AppointmentStatus.MISSED, AppointmentStatus.CANCELLED}
    ),
    AppointmentStatus.KEPT: frozenset(),
    AppointmentStatus.MISSED: frozenset({AppointmentStatus.KEPT}),
    AppointmentStatus.CANCELLED: frozenset(),
}


class NeedCategory(models.TextChoices):
    MONEY = "money", "Money and benefits"
    DEBT = "debt", "Debt"
    HOUSING = "housing", "Housing"
    FOOD = "food", "Food"
    WORK = "work", "Work, training and volunteering"
    COMPANY = "company", "Company and loneliness"
    MENTAL_WELLBEING = "mental_wellbeing", "Mental wellbeing"
    PHYSICAL_HEALTH = "physical_health", "Physical health and being active"
    DRUGS_ALCOHOL = "drugs_alcohol", "Drugs and alcohol"
    CARING = "caring", "Caring"
    BEREAVEMENT = "bereavement", "Bereavement"
    HOME = "home", "Help at home and adaptations"
    FAMILY = "family", "Family and relationships"
    SAFETY = "safety", "Safety and abuse"
    LEGAL = "legal", "Legal and immigration"
    TRANSPORT = "transport", "Getting about"
    DIGITAL = "digital", "Getting online"
    MEANING = "meaning", "Faith, culture and meaning"
    OTHER = "other", "Something else"


class NeedStatus(models.TextChoices):
    OPEN = "open", "Being worked on"
    MET = "met", "Met"
    PARTLY = "partly", "Partly met"
    NOT_MET = "not_met", "Not met"
    NOT_WANTED = "not_wanted", "No longer wanted"


_SETTLED_NEEDS = frozenset(NeedStatus) - {NeedStatus.OPEN}
NEED_MOVES: dict[NeedStatus, frozenset[NeedStatus]] = {
    NeedStatus.OPEN: _SETTLED_NEEDS,
    **{status: frozenset({NeedStatus.OPEN}) for status in _SETTLED_NEEDS},
}


class GoalStatus(models.TextChoices):
    ACTIVE = "active", "Working towards it"
    REACHED = "reached", "Reached"
    CHANGED = "changed", "No longer what matters"


GOAL_MOVES: dict[GoalStatus, frozenset[GoalStatus]] = {
    GoalStatus.ACTIVE: frozenset({GoalStatus.REACHED, GoalStatus.CHANGED}),
    GoalStatus.REACHED: frozenset({GoalStatus.ACTIVE}),
    GoalStatus.CHANGED: frozenset({GoalStatus.ACTIVE}),
}


class AdvocacyResult(models.TextChoices):
    WON = "won", "Agreed in full"
    PARTLY = "partly", "Agreed in part"
    LOST = "lost", "Refused"
    WITHDRAWN = "withdrawn", "The person stopped it"
    STOPPED = "stopped", "We stopped before a decision"


class MeasurePoint(models.TextChoices):
    FIRST = "first", "First"
    REVIEW = "review", "Review"
    LAST = "last", "At closing"


class NotAskedReason(models.TextChoices):
    DISTRESSED = "distressed", "The person was distressed"
    NOT_WANTED = "not_wanted", "The person did not want to"
    NO_TIME = "no_time", "There was no time"
    LANGUAGE = "language", "Language or understanding"
    NOT_REACHED = "not_reached", "The person could not be reached"
    ADVICE_ONLY = "advice_only", "Advice only"
    OTHER = "other", "Another reason"


class ClosureReason(models.TextChoices):
    GOALS_REACHED = "goals_reached", "What mattered was reached"
    ENOUGH_FOR_NOW = "enough_for_now", "The person has what they need for now"
    ADVICE_GIVEN = "advice_given", "Advice was enough"
    HANDED_ON = "handed_on", "Another service has taken over"
    DECLINED = "declined", "The person said no to support"
    NO_REPLY = "no_reply", "We could not reach the person"
    MOVED = "moved", "Moved away"
    DIED = "died", "Has died"
    OTHER = "other", "Another reason"


class HowItWent(models.TextChoices):
    NEED_MET = "need_met", "What mattered was met"
    PARTLY = "partly", "Partly"
    NOT_MET = "not_met", "Not met"
    NOT_KNOWN = "not_known", "We do not know"


class ConcernStatus(models.TextChoices):
    RAISED = "raised", "Raised: lead and deputy told"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    CLOSED = "closed", "Closed by the lead"


class ConcernDeed(models.TextChoices):
    """What was done about a safeguarding concern."""

    ACKNOWLEDGED = "acknowledged", "Acknowledged it"
    SPOKE = "spoke", "Spoke with the person"
    ADVICE = "advice", "Took advice"
    SHARED = "shared", "Shared it, and the person agreed"
    SHARED_WITHOUT_CONSENT = "shared_without", "Shared it without consent"
    OTHER = "other", "Something else"
    REMINDED = "reminded", "Reminded those who were told"
    CLOSED = "closed", "Closed the concern"


class PathTrigger(models.TextChoices):
    """What opened a safety path."""

    PHQ9_ITEM_9 = "phq9_item_9", "An answer about self-harm"
    WORKER = "worker", "The worker was worried"


class SafetyDeed(models.TextChoices):
    """What was done on a safety path."""

    EMERGENCY_CALLED = "emergency", "Called 999"
    PRACTICE_CALLED = "practice", "Called the practice"
    NUMBERS_GIVEN = "numbers", "Gave the crisis numbers"
    PASSED_ON = "passed_on", "Passed it to a colleague"
    OTHER = "other", "Something else"
    REMINDED = "reminded", "Reminded that nobody was called"
    ENDED = "ended", "Ended the safety path"


class TimelineKind(models.TextChoices):
    """What the timeline can be narrowed to."""

    CONTACTS = "contacts", "Contacts"
    NOTES = "notes", "Notes"
    APPOINTMENTS = "appointments", "Appointments"
    TASKS = "tasks", "Tasks"
    PLAN = "plan", "What matters and the plan"
    ADVOCACY = "advocacy", "Research and speaking up"
    OPTIONS = "options", "Options and referrals"
    MEASURES = "measures", "Measures"
    SAFETY = "safety", "Safety"
    CASE = "case", "The case"
