"""How much and how often, after published figures on social prescribing and the team's own first nine months."""

from dataclasses import dataclass
from enum import StrEnum

from linkworks.domain.casework.choices import ClosureReason, HowItWent, NotAskedReason, Way
from linkworks.domain.referrals.choices import ReferralReason as Reason
from linkworks.domain.referrals.choices import ReferralSource as Source
from linkworks.domain.referrals.choices import SupportLevel

DAYS = 273  # nine months
REFERRALS = 980
WEEKDAYS = (1.15, 1.1, 1.05, 1.0, 0.85, 0.1, 0.06)
BANK_HOLIDAY = 0.05
KNOWN_PERSON = 0.03  # comes back after an earlier case has closed

SOURCES = {
    Source.PRACTICE: 62.0,
    Source.SELF: 12,
    Source.MENTAL_HEALTH: 4,
    Source.HOSPITAL: 4,
    Source.SOCIAL_CARE: 4,
    Source.HOUSING: 3.5,
    Source.VOLUNTARY: 3,
    Source.COUNCIL: 2.5,
    Source.FAMILY: 2,
    Source.JOB_CENTRE: 1,
    Source.PHARMACY: 1,
    Source.FIRE: 0.4,
    Source.POLICE: 0.4,
    Source.OTHER: 0.6,
}
REASONS = {
    Reason.MENTAL_HEALTH: 26.0,
    Reason.LONELINESS: 20,
    Reason.BENEFITS: 14,
    Reason.HOUSING: 10,
    Reason.EMPLOYMENT: 6,
    Reason.LONG_TERM_CONDITION: 4,
    Reason.HOME_ADAPTATIONS: 3,
    Reason.CARING: 3,
    Reason.BEREAVEMENT: 2.5,
    Reason.FOOD: 2.5,
    Reason.DEBT: 2.5,
    Reason.PHYSICAL_ACTIVITY: 2,
    Reason.DEMENTIA: 2,
    Reason.DRUGS_ALCOHOL: 1.5,
    Reason.PARENTING: 1.5,
    Reason.DOMESTIC_ABUSE: 1,
    Reason.IMMIGRATION: 1,
    Reason.OTHER: 1,
}
ALSO = 0.55  # a second reason is ticked
WOMEN = 0.62
NEITHER_WOMAN_NOR_MAN = 0.008
NEEDS_INTERPRETER = 0.55  # of those whose language is not English

TRIAGE_DAYS = {0: 22.0, 1: 40, 2: 24, 3: 10, 4: 4}
RETURNED = 0.07
DECLINED = 0.05
WITHDRAWN = 0.045


class Path(StrEnum):
    """How a case goes."""

    FULL = "full"
    SHORT = "short"
    ADVICE = "advice"
    NEVER_REACHED = "never reached"
    LOST_TOUCH = "lost touch"
    SAID_NO = "said no"
    MOVED = "moved"
    DIED = "died"


SUPPORTED = frozenset({Path.FULL, Path.SHORT})
PATHS = {
    Path.FULL: 61.0,
    Path.SHORT: 12,
    Path.ADVICE: 6,
    Path.NEVER_REACHED: 8,
    Path.LOST_TOUCH: 4,
    Path.SAID_NO: 6,
    Path.MOVED: 2,
    Path.DIED: 1,
}
LEVELS = {Path.SHORT: SupportLevel.SHORT, Path.ADVICE: SupportLevel.ADVICE}


@dataclass(frozen=True, slots=True)
class Pace:
    """How many conversations, over how many days."""

    usual: float
    spread: float
    least: int
    most: int
    days: int


PACES = {
    Path.FULL: Pace(8.4, 1.7, 6, 12, 98),
    Path.SHORT: Pace(4.3, 0.8, 3, 5, 48),
    Path.ADVICE: Pace(1.5, 0.5, 1, 2, 12),
    Path.SAID_NO: Pace(1.2, 0.4, 1, 2, 9),
    Path.LOST_TOUCH: Pace(2.8, 1.0, 1, 5, 30),
    Path.MOVED: Pace(4.0, 1.2, 2, 6, 45),
    Path.DIED: Pace(4.5, 1.2, 2, 7, 50),
}
FIRST_TRY_DAYS = {0: 12.0, 1: 30, 2: 26, 3: 16, 4: 10, 5: 4, 7: 2}
NO_ANSWER_FIRST = 0.4
NO_ANSWER_LATER = 0.16
MISSED = 0.06
MOST_TRIES_BEFORE_FIRST = 4
LETTER_WAIT = 10  # working days
WAYS = {Way.PHONE: 60.0, Way.PRACTICE: 18, Way.COMMUNITY: 9, Way.HOME: 9, Way.VIDEO: 4}
FIRST_WAYS = {Way.PHONE: 80.0, Way.PRACTICE: 14, Way.HOME: 6}
WAYS_WITH_HEARING_LOSS = {Way.PRACTICE: 70.0, Way.HOME: 18, Way.COMMUNITY: 12}
BOOKED_CALL = 0.3  # calls that stood in the diary
TASK_AFTER = 0.4
ON_HOLD = 0.05

CONTACTS_PER_ONWARD_REFERRAL = 4.8
SIGNPOSTS_PER_ONWARD_REFERRAL = 1.7
OPTIONS_WITH_PLAN = {2: 30.0, 3: 50, 4: 20}
OPTION_LATER = 0.55
NOT_FOR_ME = 0.26
INTRODUCED = 0.14


class Destiny(StrEnum):
    """How far somebody gets with an option to which they said yes."""

    NOT_TRIED = "not tried"
    NOT_REACHED = "not reached"
    NOT_RECEIVED = "not received"
    NOT_MET = "received"
    MET = "met"


# Of a hundred: 91 try, 82 get through, fewer receive help, 36 are helped; the last are more here, because in open cases
# some of it is still to come.
DESTINIES = {
    Destiny.NOT_TRIED: 9.0,
    Destiny.NOT_REACHED: 9,
    Destiny.NOT_RECEIVED: 22,
    Destiny.NOT_MET: 18,
    Destiny.MET: 42,
}
PARTLY_MET = 0.7  # of those who received help that did not meet the need

HOW_IT_WENT = {HowItWent.NEED_MET: 50.0, HowItWent.PARTLY: 37, HowItWent.NOT_MET: 7, HowItWent.NOT_KNOWN: 6}
WHY_CLOSED = {
    HowItWent.NEED_MET: {
        ClosureReason.GOALS_REACHED: 72.0,
        ClosureReason.ENOUGH_FOR_NOW: 20,
        ClosureReason.HANDED_ON: 8,
    },
    HowItWent.PARTLY: {ClosureReason.ENOUGH_FOR_NOW: 66.0, ClosureReason.HANDED_ON: 26, ClosureReason.GOALS_REACHED: 8},
    HowItWent.NOT_MET: {ClosureReason.HANDED_ON: 55.0, ClosureReason.OTHER: 45},
    HowItWent.NOT_KNOWN: {ClosureReason.ENOUGH_FOR_NOW: 70.0, ClosureReason.OTHER: 30},
}
CHECK_IN = 0.2

MEASURED_FIRST = 0.74
MEASURED_LAST = 0.64  # of those measured first
WHY_NOT_ASKED = {
    NotAskedReason.DISTRESSED: 34.0,
    NotAskedReason.NOT_WANTED: 26,
    NotAskedReason.NO_TIME: 22,
    NotAskedReason.LANGUAGE: 18,
}
CODED = 0.9  # of those who record
CODED_BY_OTHERS = 0.5
