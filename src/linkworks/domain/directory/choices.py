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
