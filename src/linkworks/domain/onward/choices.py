from django.db import models


class Choice(models.TextChoices):
    """What the person said to an option. The choice is theirs."""

    YES = "yes", "Yes please"
    TELL_ME_MORE = "tell_me_more", "Tell me more"
    NO = "no", "Not for me"


class Overridable(models.TextChoices):
    """Rules that a worker may put aside for one person, giving a reason. No other may be."""

    FULL = "full", "It was full"
    AREA = "area", "It serves another area"


class IntroductionKind(models.TextChoices):
    THREE_WAY_CALL = "three_way_call", "Three-way call"
    GOING_ALONG = "going_along", "Going along the first time"
    IN_WRITING = "in_writing", "Introduced in writing"


class SentHow(models.TextChoices):
    EMAIL = "email", "By e-mail from Linkworks"
    BY_HAND = "by_hand", "By telephone or on their own form, by hand"


class SharedField(models.TextChoices):
    """What an onward referral may tell a partner. Nothing else of the record can leave with it."""

    NAME = "name", "Name"
    DATE_OF_BIRTH = "date_of_birth", "Date of birth"
    PRONOUNS = "pronouns", "Pronouns"
    TELEPHONE = "telephone", "Telephone, and when it is safe to ring"
    EMAIL = "email", "E-mail address"
    ADDRESS = "address", "Address"
    LANGUAGE = "language", "Language and interpreter"
    ADJUSTMENTS = "adjustments", "What makes contact possible"
    WHAT_MATTERS = "what_matters", "What matters, in their own words"
    NHS_NUMBER = "nhs_number", "NHS number"


class OnwardStatus(models.TextChoices):
    """Where a referral to a partner stands, after the referral loop of HL7's SDOH Clinical Care."""

    SENT = "sent", "Sent"
    ACCEPTED = "accepted", "Accepted"
    WAITING_LIST = "waiting_list", "On their waiting list"
    STARTED = "started", "Started"
    ENDED = "ended", "Ended"
    COULD_NOT_HELP = "could_not_help", "They could not help"
    CANCELLED = "cancelled", "Taken back"


ALLOWED_MOVES: dict[OnwardStatus, frozenset[OnwardStatus]] = {
    OnwardStatus.SENT: frozenset(
        {
            OnwardStatus.ACCEPTED,
            OnwardStatus.WAITING_LIST,
            OnwardStatus.STARTED,
            OnwardStatus.COULD_NOT_HELP,
            OnwardStatus.CANCELLED,
        }
    ),
    OnwardStatus.ACCEPTED: frozenset(
        {
            OnwardStatus.WAITING_LIST,
            OnwardStatus.STARTED,
            OnwardStatus.ENDED,
            OnwardStatus.COULD_NOT_HELP,
            OnwardStatus.CANCELLED,
        }
    ),
    OnwardStatus.WAITING_LIST: frozenset(
        {OnwardStatus.ACCEPTED, OnwardStatus.STARTED, OnwardStatus.COULD_NOT_HELP, OnwardStatus.CANCELLED}
    ),
    OnwardStatus.STARTED: frozenset({OnwardStatus.ENDED, OnwardStatus.COULD_NOT_HELP}),
    OnwardStatus.ENDED: frozenset(),
    OnwardStatus.COULD_NOT_HELP: frozenset(),
    OnwardStatus.CANCELLED: frozenset(),
}


WAITING_ON_THEM = frozenset({OnwardStatus.SENT, OnwardStatus.ACCEPTED, OnwardStatus.WAITING_LIST})
"""The partner has the next word; a referral that stays here is silent."""

CAME_TO_NOTHING = frozenset({OnwardStatus.COULD_NOT_HELP, OnwardStatus.CANCELLED})


class Rung(models.TextChoices):
    """The outcome ladder. A rung is climbed when the person says so, or somebody who knows."""

    CONTACTED = "contacted", "Got in touch"
    REACHED = "reached", "Got through to them"
    RECEIVED = "received", "Received help"
    NEED_MET = "need_met", "Need met"


LADDER: tuple[Rung, ...] = (Rung.CONTACTED, Rung.REACHED, Rung.RECEIVED, Rung.NEED_MET)


class NeedMet(models.TextChoices):
    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"


class StoppedReason(models.TextChoices):
    NOT_TRIED = "not_tried", "Did not get in touch"
    NO_REPLY = "no_reply", "They did not reply"
    WAIT_TOO_LONG = "wait_too_long", "The wait was too long"
    NOT_ELIGIBLE = "not_eligible", "They said it was not for this person"
    NOT_RUNNING = "not_running", "It no longer runs"
    COULD_NOT_GET_THERE = "could_not_get_there", "Could not get there"
    COST = "cost", "It cost too much"
    NOT_RIGHT = "not_right", "It was not right"
    CHANGED_MIND = "changed_mind", "Changed their mind"
    UNWELL = "unwell", "Was too unwell"
    OTHER = "other", "Another reason"


class SheetState(models.TextChoices):
    """How an options sheet stands with the person. It is worked out, never stored."""

    MADE = "made", "Not handed out yet"
    OUT = "out", "Handed out, not opened yet"
    OPENED = "opened", "Opened by them"
    ENDED_UNREAD = "ended_unread", "The link ran out unread"
    ENDED = "ended", "The link ran out"
    REVOKED = "revoked", "The link was taken back"
    SHUT = "shut", "Closed after too many wrong years"
