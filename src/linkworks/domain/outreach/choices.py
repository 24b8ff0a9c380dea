from django.db import models


class CampaignState(models.TextChoices):
    DRAFT = "draft", "Being prepared"
    OPEN = "open", "Calling"
    PAUSED = "paused", "Paused"
    CLOSED = "closed", "Closed"


class QueueState(models.TextChoices):
    """Where a person stands in a campaign. All but READY and ENDED have a time at which something must happen."""

    READY = "ready", "To ring now"
    RESTING = "resting", "To ring later"
    ON_A_CALL = "on_a_call", "With a caller"
    LADDER = "ladder", "We try another way"
    ENDED = "ended", "Done"


class Ending(models.TextChoices):
    """The only ways out of a campaign."""

    REACHED = "reached", "Reached"
    SEEN_SAFE = "seen_safe", "Seen to be safe"
    DECLINED = "declined", "Did not want a call"
    DIED = "died", "Has died"
    MOVED = "moved", "Moved away"
    EXCLUDED = "excluded", "Left out, with a reason"
    HANDED_ON = "handed_on", "Handed to a named service"


class Follows(models.TextChoices):
    """What an outcome of a call leads to."""

    END = "end", "The person is done"
    RING_AGAIN = "ring_again", "Ring again after a while, at another part of the day"
    RING_AT = "ring_at", "Ring again at the time that was agreed"
    OTHER_NUMBER = "other_number", "Ring the next number, or find one"
    LADDER = "ladder", "Try another way"


class Weekday(models.IntegerChoices):
    """As ISO counts."""

    MONDAY = 1, "Monday"
    TUESDAY = 2, "Tuesday"
    WEDNESDAY = 3, "Wednesday"
    THURSDAY = 4, "Thursday"
    FRIDAY = 5, "Friday"
    SATURDAY = 6, "Saturday"
    SUNDAY = 7, "Sunday"


class PartOfDay(models.IntegerChoices):
    """Bits, so that the parts already tried fit in one number."""

    MORNING = 1, "Morning"
    AFTERNOON = 2, "Afternoon"
    EVENING = 4, "Evening"


class AgeBand(models.IntegerChoices):
    """The youngest age of each band: what a count by age is a count by."""

    UNDER_18 = 0, "Under 18"
    FROM_18 = 18, "18 to 34"
    FROM_35 = 35, "35 to 49"
    FROM_50 = 50, "50 to 64"
    FROM_65 = 65, "65 to 74"
    FROM_75 = 75, "75 to 84"
    FROM_85 = 85, "85 and over"


class OptOutFrom(models.TextChoices):
    CAMPAIGN = "campaign", "Calls in this campaign"
    ALL = "all", "All calls of this kind"


class NoticeAnswer(models.TextChoices):
    """What a lead says of what a call told us."""

    SEEN_TO = "seen_to", "Seen to"
    CONFIRMED = "confirmed", "It is so"
    NOT_SO = "not_so", "It is not so"


class ColleagueFor(models.TextChoices):
    """Why a caller asks for somebody."""

    NOW = "now", "Needs a colleague now"
    TALK = "talk", "Would like to talk after a hard call"


class Verdict(models.TextChoices):
    RIGHT = "right", "It was right"
    LEARN = "learn", "Mostly right, with something to learn"
    MEND = "mend", "Something has to be put right"


class Urgency(models.TextChoices):
    """How soon a need must be met, the most urgent first."""

    IMMEDIATE = "immediate", "Now"
    TODAY = "today", "Today"
    TWO_DAYS = "two_days", "In two days"
    ROUTINE = "routine", "Soon"

    @property
    def rank(self) -> int:
        return list(Urgency).index(self)


class NeedState(models.TextChoices):
    """Where a need stands. REFUSED and FAILED are written down as steps, and lead on to somebody else at once."""

    RAISED = "raised", "Nobody yet"
    OFFERED = "offered", "Asked, not answered"
    ACCEPTED = "accepted", "Taken on"
    SCHEDULED = "scheduled", "A time is set"
    ON_THE_WAY = "on_the_way", "On the way"
    DELIVERED = "delivered", "Brought, to be confirmed"
    CONFIRMED = "confirmed", "Confirmed by the person"
    REFUSED = "refused", "They cannot"
    FAILED = "failed", "It did not come"
    UNCONFIRMED = "unconfirmed", "Brought, nobody could be asked"
    CANCELLED = "cancelled", "Cancelled"
    NOT_NEEDED = "not_needed", "No longer needed"
    HANDED_ON = "handed_on", "Became a referral"


class HeardFrom(models.TextChoices):
    """From whom a step of a need was heard."""

    STAFF = "staff", "The team"
    PROVIDER = "provider", "Those who help"
    PERSON = "person", "The person"
    CLOCK = "clock", "By itself"


class CohortState(models.TextChoices):
    """Where a list of people stands on its way in."""

    COLUMNS = "columns", "Check what each column is"
    STOPPED = "stopped", "Stopped: too few rows make sense"
    MATCHING = "matching", "Being compared with the people we know"
    REVIEW = "review", "Ready to look through"
    COMMITTING = "committing", "Being added to the campaign"
    COMMITTED = "committed", "Added to the campaign"
    UNDOING = "undoing", "Being taken back"
    UNDONE = "undone", "Taken back"
    DROPPED = "dropped", "Dropped"


class Section(models.TextChoices):
    """What a row of a list is, so that rows of one kind are looked at together."""

    NEW = "new", "New to us"
    SAME = "same", "Somebody we know"
    CLOSE = "close", "Perhaps somebody we know"
    CONFLICT = "conflict", "Does not fit together"
    DIED = "died", "Has died"
    DO_NOT_CALL = "do_not_call", "Not to be rung"
    NO_NUMBER = "no_number", "No telephone number"
    UNREADABLE = "unreadable", "Cannot be read"
    REPEAT = "repeat", "The same person again"
    GONE = "gone", "No longer on the list"


class Difference(models.TextChoices):
    """How a row stands to the same sender's list before."""

    NEW = "new", "New on this list"
    CHANGED = "changed", "Changed"
    UNCHANGED = "unchanged", "As before"
    GONE = "gone", "Gone from the list"


class RowDecision(models.TextChoices):
    SAME = "same", "This is the person"
    NEW = "new", "A new person"
    REPEAT = "repeat", "The person of another row"
    LEAVE_OUT = "leave_out", "Leave out"
    KEEP = "keep", "Go on ringing"


class OtherWay(models.TextChoices):
    """How somebody is tried whom calls did not reach."""

    MESSAGE = "message", "Text or e-mail"
    OTHER_NUMBERS = "other_numbers", "Find a number"
    NEXT_OF_KIN = "next_of_kin", "Next of kin"
    SURGERY = "surgery", "GP surgery"
    RECORDS = "records", "Admissions and deaths"
    DOORSTEP = "doorstep", "Visit at the door"
    NEIGHBOUR = "neighbour", "Neighbour"
    POLICE = "police", "Police, concern for welfare"


# Ways on which somebody else may learn that we look for the person.
SHUT_BY_SAFE_CONTACT = frozenset({OtherWay.NEXT_OF_KIN, OtherWay.DOORSTEP, OtherWay.NEIGHBOUR})
IN_PERSON = frozenset({OtherWay.DOORSTEP, OtherWay.NEIGHBOUR})


# Beside ways: telling whoever is on the line that others on their number are on the list.
HOUSEHOLD = "household"


class Door(models.TextChoices):
    """Whether a way may be taken in spite of an alert about safe contact."""

    OPEN = "open", "May be tried"
    UNDECIDED = "undecided", "A lead decides first"
    SHUT = "shut", "A lead decided against it"


class StepResult(models.TextChoices):
    """What came of one other way. NOTHING and NOT_POSSIBLE lead to the next way; all others end it or ring again."""

    NOTHING = "nothing", "We still do not know"
    NOT_POSSIBLE = "not_possible", "It could not be done"
    NUMBER_FOUND = "number_found", "We have a number to ring"
    RING_AGAIN = "ring_again", "They can be rung"
    SEEN_SAFE = "seen_safe", "Seen or heard to be safe"
    DECLINED = "declined", "Does not want to be called"
    IN_CARE = "in_care", "In hospital or in care"
    HANDED_ON = "handed_on", "Handed to a named service"
    MOVED = "moved", "Moved away"
    DIED = "died", "We were told they have died"
    EXCLUDED = "excluded", "Should not be on the list"


LEADS_ON = frozenset({StepResult.NOTHING, StepResult.NOT_POSSIBLE})

ENDING_OF = {
    StepResult.SEEN_SAFE: Ending.SEEN_SAFE,
    StepResult.DECLINED: Ending.DECLINED,
    StepResult.IN_CARE: Ending.HANDED_ON,
    StepResult.HANDED_ON: Ending.HANDED_ON,
    StepResult.MOVED: Ending.MOVED,
    StepResult.DIED: Ending.DIED,
    StepResult.EXCLUDED: Ending.EXCLUDED,
}


class Came(models.TextChoices):
    """What the person says of what was brought."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "They cannot say"
