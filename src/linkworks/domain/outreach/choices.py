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


class ColleagueFor(models.TextChoices):
    """Why a caller asks for somebody."""

    NOW = "now", "Needs a colleague now"
    TALK = "talk", "Would like to talk after a hard call"


class Verdict(models.TextChoices):
    RIGHT = "right", "It was right"
    LEARN = "learn", "Mostly right, with something to learn"
    MEND = "mend", "Something has to be put right"
