from django.db import models


class Gender(models.TextChoices):
    WOMAN = "woman", "Woman"
    MAN = "man", "Man"
    NON_BINARY = "non_binary", "Non-binary"
    SELF_DESCRIBED = "self_described", "In their own words"
    NOT_SAID = "not_said", "Did not say"


class ContactKind(models.TextChoices):
    MOBILE = "mobile", "Mobile"
    LANDLINE = "landline", "Landline"
    EMAIL = "email", "E-mail"


TELEPHONES = frozenset({ContactKind.MOBILE, ContactKind.LANDLINE})


class AlertKind(models.TextChoices):
    NO_VOICEMAIL = "no_voicemail", "Do not leave a voicemail"
    NO_TEXT = "no_text", "Do not send texts"
    SAFE_CONTACT = "safe_contact", "Only safe at certain times or numbers"
    NOT_AT_HOME = "not_at_home", "Do not visit at home"
    TWO_PEOPLE = "two_people", "Visit in twos"
    HIGH_RISK = "high_risk", "At high risk"
    OTHER = "other", "Something else to know first"


class AdjustmentKind(models.TextChoices):
    """Communication needs and reasonable adjustments, after the Accessible Information Standard."""

    LARGE_PRINT = "large_print", "Large print"
    EASY_READ = "easy_read", "Easy read"
    BRAILLE = "braille", "Braille"
    AUDIO = "audio", "Audio"
    BSL = "bsl", "British Sign Language interpreter"
    HEARING = "hearing", "Hearing loss: speak clearly, face to face or by text"
    TEXT_RELAY = "text_relay", "Text relay"
    TEXT_NOT_CALLS = "text_not_calls", "Texts or e-mail, not calls"
    SPOKEN_INTERPRETER = "spoken_interpreter", "Spoken-language interpreter"
    MORE_TIME = "more_time", "More time"
    SUPPORTER_PRESENT = "supporter_present", "A supporter present"
    STEP_FREE = "step_free", "Step-free place"
    OTHER = "other", "Something else"


class ConsentKind(models.TextChoices):
    SUPPORT = "support", "To be supported, and for us to keep a record"
    SHARE_PRACTICE = "share_practice", "To tell the GP practice how it went"
    SHARE_REFERRER = "share_referrer", "To tell the referrer that support was accepted or has ended"
    SHARE_PARTNER = "share_partner", "To pass details to a named organisation"
    TALK_TO_SUPPORTER = "talk_to_supporter", "To talk to a named supporter"


class GivenHow(models.TextChoices):
    SPOKEN = "spoken", "Said so"
    WRITTEN = "written", "In writing"
    ONLINE = "online", "On an online form"
    BY_REFERRER = "by_referrer", "Told to the referrer, who confirmed it"
