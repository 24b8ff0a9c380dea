from django.db import models


class Kind(models.TextChoices):
    """The things that have an identity of their own in Open Referral, in the order in which they can be written."""

    TAXONOMY = "taxonomy", "List of terms"
    TAXONOMY_TERM = "taxonomy_term", "Term"
    ORGANIZATION = "organization", "Organisation"
    SERVICE = "service", "Service"
    LOCATION = "location", "Place"
    SERVICE_AT_LOCATION = "service_at_location", "Service at a place"


class FeedFormat(models.TextChoices):
    ORUK_3 = "oruk3", "Open Referral UK 3.0"
    ORUK_1 = "oruk1", "Open Referral UK 1.0"
    HSDS_CSV = "hsds_csv", "HSDS data package (CSV)"
    OHANA_CSV = "ohana_csv", "Ohana (CSV)"
    CATALOGUE = "catalogue", "Catalogue"


class ServiceStatus(models.TextChoices):
    """The words of Open Referral."""

    ACTIVE = "active", "Active"
    INACTIVE = "inactive", "Inactive"
    DEFUNCT = "defunct", "Ended"
    TEMPORARILY_CLOSED = "temporarily closed", "Temporarily closed"


class Weekday(models.IntegerChoices):
    MONDAY = 0, "Monday"
    TUESDAY = 1, "Tuesday"
    WEDNESDAY = 2, "Wednesday"
    THURSDAY = 3, "Thursday"
    FRIDAY = 4, "Friday"
    SATURDAY = 5, "Saturday"
    SUNDAY = 6, "Sunday"


class KnownAs(models.TextChoices):
    WORD = "word", "Word"
    LANGUAGE = "language", "Language"
    ACCESS = "access", "Access feature"


class LiveState(models.TextChoices):
    OPEN = "open", "Open"
    WAITING_LIST = "waiting_list", "Waiting list"
    FULL = "full", "Full"
    CLOSED_FOR_NOW = "closed_for_now", "Closed for now"


class CheckEnd(models.TextChoices):
    """How it ended that somebody had an entry to check."""

    CHECKED = "checked", "Checked"
    HANDED_BACK = "handed_back", "Handed back"
    LEFT = "left", "They no longer work here"
    GONE = "gone", "The entry is no longer listed"


class CheckPause(models.TextChoices):
    """Why an entry could not be checked yet."""

    NO_ANSWER = "no_answer", "Nobody answered"
    LEFT_MESSAGE = "left_message", "I left a message or sent an email"
    RING_AGAIN = "ring_again", "They asked me to ring again"
    SHUT_NOW = "shut_now", "They are shut, for example for a holiday"


class ToldBy(models.TextChoices):
    """Who told that an entry is no longer right."""

    ORGANIZATION = "organization", "The organisation itself"
    PUBLIC = "public", "Somebody who looked it up"
    STAFF = "staff", "A colleague"


class ToldAbout(models.TextChoices):
    CLOSED = "closed", "It has closed, or is full"
    REACH = "reach", "Telephone, email or website"
    WHEN = "when", "Days and times"
    COST = "cost", "What it costs"
    WHOM = "whom", "Who it is for, or where"
    OTHER = "other", "Something else"


class ToldEnd(models.TextChoices):
    PUT_RIGHT = "put_right", "The entry was put right"
    SET_ASIDE = "set_aside", "Set aside"


class ForGender(models.TextChoices):
    ANY = "any", "Everybody"
    WOMEN = "women", "Women"
    MEN = "men", "Men"


class AgeOf(models.TextChoices):
    CLIENT = "client", "The person"
    CLIENT_OR_CHILD = "client_or_child", "The person or their child"


class Reach(models.TextChoices):
    """A service may be near without serving where somebody lives, and serve it from far away."""

    EITHER = "either", "Near or serving the area"
    NEAR = "near", "Near"
    SERVES = "serves", "Serving the area"


class PartOfDay(models.TextChoices):
    MORNING = "morning", "Morning (before midday)"
    AFTERNOON = "afternoon", "Afternoon (midday to 5pm)"
    EVENING = "evening", "Evening (after 5pm)"


class Order(models.TextChoices):
    BEST = "best", "What fits best"
    NEAREST = "nearest", "What is nearest"


# Ways in for somebody who comes without a professional.
SELF_ROUTES = ("self", "drop-in")
# A service is shut to new people in these states; it sinks in lists.
SHUT = (LiveState.FULL, LiveState.CLOSED_FOR_NOW)

# What the words of a catalogue mean to a reader; any other word is shown as it stands.
ROUTE_WORDS = {
    "self": "the person gets in touch",
    "professional": "a professional refers",
    "drop-in": "drop in",
    "phone": "by telephone",
    "web form": "on their web form",
}
DELIVERY_WORDS = {"in_person": "in person", "home_visit": "at home", "phone": "by telephone"}
