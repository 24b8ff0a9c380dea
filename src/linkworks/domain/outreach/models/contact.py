import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from linkworks.domain.outreach.choices import AgeBand, Ending, QueueState
from linkworks.domain.outreach.models.campaign import CallOutcome, Campaign, PriorityBand
from linkworks.domain.outreach.models.opt_out import opted_out
from linkworks.domain.people.models import ContactDetail, PersonRecord

CALLABLE = (QueueState.READY, QueueState.RESTING, QueueState.ON_A_CALL)
HELD = Q(state=QueueState.ON_A_CALL)
# Whatever puts somebody into the queue, the dead and those who asked not to be rung do not stay in it. Who was done,
# and so has an ending, is not rung: they ring us, and may.
NEVER_AGAIN = f"""
IF EXISTS (SELECT FROM people_person p WHERE p.id = NEW.person_id AND p.died_on IS NOT NULL) THEN
    NEW.ending = 'died';
ELSIF NEW.ending = '' AND {opted_out("NEW.person_id", "NEW.campaign_id")} THEN
    NEW.ending = 'declined';
ELSE
    RETURN NEW;
END IF;
NEW.state = 'ended'; NEW.ended_at = statement_timestamp();
NEW.wakes_at = NULL; NEW.holder_id = NULL; NEW.token = NULL;
RETURN NEW;
"""  # nosec B608 (names of columns)

# Counting a hundred thousand people by place and age must not read a hundred thousand records of people.
COUNTED_BY = """
SELECT coalesce(split_part(p.postcode, ' ', 1), ''), (
    SELECT max(youngest) FROM unnest('{0, 18, 35, 50, 65, 75, 85}'::int[]) AS youngest
    WHERE youngest <= extract(year FROM age(current_date, p.date_of_birth)))
INTO NEW.area, NEW.age_band FROM people_person p WHERE p.id = NEW.person_id;
NEW.area = coalesce(NEW.area, '');
RETURN NEW;
"""

# The step is written first. It is open, so it has an owner and a due time.
HAS_AN_OPEN_STEP = """
IF NOT EXISTS (SELECT FROM outreach_ladderstep s
               WHERE s.id = NEW.step_id AND s.contact_id = NEW.id AND s.result = '') THEN
    RAISE EXCEPTION 'Nobody waits for another way without an open step of their own.';
END IF;
RETURN NEW;
"""


class CampaignContact(PersonRecord):
    """One person in one campaign: where they stand, and when something must happen next. Narrow, for it changes often.

    `wakes_at` is when a rest, a hold or a rung of the ladder runs out; it is empty only for who can be rung at once and
    for who is done. `rank_at` orders those who can be rung: when they became due, less the head start of their band, so
    that whoever waits long enough comes first. `token` belongs to one hand-out; whoever saves must show it.
    `tried_parts` are the parts of the day already tried, as bits. `area`, the first half of the postcode, and
    `age_band` are as they were when the person came on the list. `step_id` is the open `LadderStep` of whoever is tried
    another way. Whoever was done and rings us keeps their ending while they are on the line, and has it again where
    nothing is saved.
    """

    # Every hand-out and every save leaves a dead row behind, in six indexes too, and whoever asks for the next call
    # would read past all of them: so they are tidied away after a thousand, not after a fifth of the table.
    storage = {
        "autovacuum_vacuum_threshold": 1000,
        "autovacuum_vacuum_scale_factor": 0,
        "autovacuum_vacuum_cost_delay": 0,
        "autovacuum_analyze_scale_factor": 0.02,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="contacts", db_index=False)
    band = models.ForeignKey(PriorityBand, on_delete=models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=9, choices=QueueState.choices, default=QueueState.READY)
    is_promised = models.BooleanField(default=False)
    rank_at = models.DateTimeField()
    wakes_at = models.DateTimeField(null=True, blank=True)

    language = models.CharField(max_length=40, default="English")
    skill = models.CharField(max_length=30, blank=True)
    area = models.CharField(max_length=4, blank=True)
    age_band = models.PositiveSmallIntegerField(choices=AgeBand.choices, null=True, blank=True)
    number = models.ForeignKey(ContactDetail, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    phone_key = models.CharField(max_length=20, blank=True)

    tries = models.PositiveSmallIntegerField(default=0)
    tried_parts = models.PositiveSmallIntegerField(default=0)
    hand_outs = models.PositiveIntegerField(default=0)

    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    token = models.UUIDField(null=True, blank=True)
    promised_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    step_id = models.UUIDField(null=True, blank=True)
    last_outcome = models.ForeignKey(CallOutcome, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    ending_words = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "person"], name="once_in_a_campaign"),
            models.UniqueConstraint(fields=["team", "phone_key"], condition=HELD, name="one_call_per_number"),
            models.UniqueConstraint(fields=["holder"], condition=HELD, name="one_call_per_caller"),
            models.CheckConstraint(
                condition=(HELD & Q(holder__isnull=False, token__isnull=False))
                | (~HELD & Q(holder__isnull=True, token__isnull=True)),
                name="held_by_somebody_or_nobody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[QueueState.READY, QueueState.ENDED], wakes_at__isnull=True)
                | Q(~Q(state__in=[QueueState.READY, QueueState.ENDED]), wakes_at__isnull=False),
                name="nobody_is_forgotten",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[QueueState.ENDED, QueueState.ON_A_CALL], ended_at__isnull=False) & ~Q(ending="")
                | Q(~Q(state=QueueState.ENDED), ended_at__isnull=True, ending=""),
                name="who_is_done_has_an_ending",
            ),
            models.CheckConstraint(
                condition=Q(state=QueueState.LADDER, step_id__isnull=False)
                | Q(~Q(state=QueueState.LADDER), step_id__isnull=True),
                name="whoever_we_try_another_way_has_a_step",
            ),
            models.CheckConstraint(
                condition=~Q(ending__in=[Ending.EXCLUDED, Ending.HANDED_ON]) | ~Q(ending_words=""),
                name="left_out_or_handed_on_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(phone_key="") | Q(state__in=[QueueState.LADDER, QueueState.ENDED]),
                name="only_with_a_number_to_ring",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="never_again",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("state"),  # type: ignore[no-untyped-call]
                condition=pgtrigger.Q(new__state__in=CALLABLE),
                func=NEVER_AGAIN,
            ),
            pgtrigger.Trigger(
                name="has_an_open_step",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("state", "step_id"),  # type: ignore[no-untyped-call]
                condition=pgtrigger.Q(new__state=QueueState.LADDER),
                func=HAS_AN_OPEN_STEP,
            ),
            pgtrigger.Trigger(name="counted_by", when=pgtrigger.Before, operation=pgtrigger.Insert, func=COUNTED_BY),
        ]
        indexes = [
            models.Index(
                F("campaign"),
                F("is_promised").desc(),
                F("rank_at"),
                F("id"),
                condition=Q(state=QueueState.READY),
                name="outreach_next",
            ),
            models.Index(
                fields=["campaign", "wakes_at"],
                condition=Q(state__in=[QueueState.RESTING, QueueState.ON_A_CALL]),
                name="outreach_wakes",
            ),
            models.Index(fields=["token"], condition=HELD, name="outreach_token"),
            models.Index(fields=["team", "phone_key"], condition=~Q(state=QueueState.ENDED), name="outreach_household"),
        ]
