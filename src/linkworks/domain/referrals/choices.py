from django.db import models


class ReferralSource(models.TextChoices):
    PRACTICE = "practice", "GP practice"
    HOSPITAL = "hospital", "Hospital"
    PHARMACY = "pharmacy", "Pharmacy"
    MENTAL_HEALTH = "mental_health", "Mental health team"
    COUNCIL = "council", "Council"
    SOCIAL_CARE = "social_care", "Social care"
    HOUSING = "housing", "Housing provider"
    FIRE = "fire", "Fire service"
    POLICE = "police", "Police"
    JOB_CENTRE = "job_centre", "Job centre"
    VOLUNTARY = "voluntary", "Voluntary organisation"
    SELF = "self", "Self-referral"
    FAMILY = "family", "Family or friend"
    OTHER = "other", "Somebody else"


HEALTH_SOURCES = frozenset(
    {ReferralSource.PRACTICE, ReferralSource.HOSPITAL, ReferralSource.PHARMACY, ReferralSource.MENTAL_HEALTH}
)


class Channel(models.TextChoices):
    """By which of our own doors it came."""

    PROFESSIONAL_FORM = "professional_form", "Professional form"
    SELF_FORM = "self_form", "Self-referral form"
    STAFF = "staff", "Entered by staff"


class ReferralReason(models.TextChoices):
    MENTAL_HEALTH = "mental_health", "Mental health and wellbeing"
    LONELINESS = "loneliness", "Loneliness or isolation"
    BENEFITS = "benefits", "Benefits and money"
    DEBT = "debt", "Debt"
    HOUSING = "housing", "Housing"
    EMPLOYMENT = "employment", "Work, training or volunteering"
    FOOD = "food", "Food"
    LONG_TERM_CONDITION = "long_term_condition", "Living with a long-term condition"
    PHYSICAL_ACTIVITY = "physical_activity", "Being more active"
    CARING = "caring", "Caring for somebody"
    BEREAVEMENT = "bereavement", "Bereavement"
    DRUGS_ALCOHOL = "drugs_alcohol", "Drugs or alcohol"
    HOME_ADAPTATIONS = "home_adaptations", "Help at home and adaptations"
    DEMENTIA = "dementia", "Memory and dementia"
    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse"
    IMMIGRATION = "immigration", "Immigration"
    PARENTING = "parenting", "Family and parenting"
    OTHER = "other", "Something else"


class ReferralStatus(models.TextChoices):
    RECEIVED = "received", "Received"
    RETURNED = "returned", "Returned for information"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Not taken on"
    WITHDRAWN = "withdrawn", "Withdrawn"


ALLOWED_MOVES: dict[ReferralStatus, frozenset[ReferralStatus]] = {
    ReferralStatus.RECEIVED: frozenset(
        {ReferralStatus.RETURNED, ReferralStatus.ACCEPTED, ReferralStatus.DECLINED, ReferralStatus.WITHDRAWN}
    ),
    ReferralStatus.RETURNED: frozenset(
        {ReferralStatus.RECEIVED, ReferralStatus.ACCEPTED, ReferralStatus.DECLINED, ReferralStatus.WITHDRAWN}
    ),
    ReferralStatus.ACCEPTED: frozenset(),
    ReferralStatus.DECLINED: frozenset({ReferralStatus.RECEIVED}),
    ReferralStatus.WITHDRAWN: frozenset({ReferralStatus.RECEIVED}),
}


OPEN_STATUSES = frozenset({ReferralStatus.RECEIVED, ReferralStatus.RETURNED})


class SupportLevel(models.TextChoices):
    ADVICE = "advice", "Advice now"
    SHORT = "short", "Short support"
    FULL = "full", "Full support"


class DeclineReason(models.TextChoices):
    """Why we do not take somebody on: our own no. A client's no is a withdrawal or a closure."""

    OUTSIDE_AREA = "outside_area", "Lives and is registered outside our area"
    UNDER_18 = "under_18", "Under 18"
    CRISIS = "crisis", "Needs crisis or specialist mental health care"
    SOCIAL_CARE = "social_care", "Needs a social care assessment"
    MEDICAL_LETTER = "medical_letter", "Only a medical letter was asked for"
    ALREADY_SUPPORTED = "already_supported", "Already supported by us"
    NO_CONSENT = "no_consent", "The person did not agree to the referral"
    OTHER = "other", "Another reason"


class WithdrawReason(models.TextChoices):
    CLIENT_DECLINED = "client_declined", "The person said no"
    REFERRER = "referrer", "The referrer took it back"
    MOVED = "moved", "Moved away"
    DIED = "died", "Has died"
    MISTAKE = "mistake", "Sent by mistake or twice"


class MessageKind(models.TextChoices):
    """What a message back says. Outside health go a question to the referrer (RETURNED), ACCEPTED and ENDED only."""

    RECEIVED = "received", "We have it"
    RETURNED = "returned", "We need to know more"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Not taken on"
    ENDED = "ended", "Support has ended"
    SUMMARY = "summary", "Summary for the practice"


class Recipient(models.TextChoices):
    PRACTICE = "practice", "GP practice"
    REFERRER = "referrer", "Referrer"
