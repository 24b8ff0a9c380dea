from django.db import models


class LiveState(models.TextChoices):
    OPEN = "open", "Open"
    WAITING_LIST = "waiting_list", "Waiting list"
    FULL = "full", "Full"
    CLOSED_FOR_NOW = "closed_for_now", "Closed for now"


class ForGender(models.TextChoices):
    ANY = "any", "Everybody"
    WOMEN = "women", "Women"
    MEN = "men", "Men"


class AgeOf(models.TextChoices):
    CLIENT = "client", "The person"
    CLIENT_OR_CHILD = "client_or_child", "The person or their child"


# What the words of a catalogue mean to a reader; any other word is shown as it stands.
ROUTE_WORDS = {
    "self": "the person gets in touch",
    "professional": "a professional refers",
    "drop-in": "drop in",
    "phone": "by telephone",
    "web form": "on their web form",
}
DELIVERY_WORDS = {"in_person": "in person", "home_visit": "at home", "phone": "by telephone"}
