"""A need that a service of the directory can meet: an option of the person's case, from which it is referred on.

The need ends as handed on when the referral is sent, and comes back to its owner where that comes to nothing. No code
for the GP record comes of it.
"""

from django.db import transaction

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.actions.offer import offer_option, record_choice
from linkworks.domain.onward.choices import CAME_TO_NOTHING, Choice, OnwardStatus
from linkworks.domain.onward.models import OnwardReferral, Option
from linkworks.domain.outreach.actions.need_steps import move, tell_owner
from linkworks.domain.outreach.choices import CampaignState, HeardFrom, NeedState
from linkworks.domain.outreach.models import Need
from linkworks.domain.outreach.need_rules import EARLY
from linkworks.domain.outreach.need_texts import OWNER_CAME_BACK
from linkworks.domain.outreach.policies import may_see_to
from linkworks.domain.outreach.selectors.need_onward import list_needs_met_by, other_ways_on
from linkworks.domain.outreach.selectors.needs import hold_need
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

WHY = "Said in a call: {words}"
MOVED_ON = "This need has moved on. Look at where it stands."
SENT = "Referred on to {whom}."
CAME_BACK = {
    OnwardStatus.COULD_NOT_HELP: (HeardFrom.PROVIDER, "{whom} could not help."),
    OnwardStatus.CANCELLED: (HeardFrom.STAFF, "The referral to {whom} was taken back."),
}


@transaction.atomic
def choose_service(
    actor: Actor, *, need: Need, case: Case, service: Service, words: str = "", overridden_because: str = ""
) -> Option:
    """The person has said yes to this service. Refused as `offer_option` is, where a rule keeps it from them."""
    require(may_see_to, actor, need)
    held = hold_need(need)
    if case.person_id != held.person_id or held.state not in EARLY:
        raise Refused(MOVED_ON)
    option = Option.objects.filter(case=case, service=service).first() or offer_option(
        actor,
        case=case,
        service=service,
        why=WHY.format(words=held.words)[:300],
        overridden_because=overridden_because,
    )
    if option.choice != Choice.YES:
        record_choice(actor, option=option, choice=Choice.YES, words=words)
    held.change(option=option)
    record(actor, "call_need.service_chosen", subject=held, person_id=held.person_id, service=service.pk)
    return option


def follow_onward(actor: Actor, referral: OnwardReferral) -> None:
    """What the needs become for which this service was chosen."""
    for need in list_needs_met_by(actor, referral.option_id):
        held = hold_need(need)
        if referral.status == OnwardStatus.SENT and held.state in EARLY:
            move(actor, held, NeedState.HANDED_ON, HeardFrom.STAFF, words=SENT.format(whom=referral.to_whom))
        elif referral.status in CAME_TO_NOTHING and _is_to_come_back(held, referral):
            heard_from, words = CAME_BACK[OnwardStatus(referral.status)]
            move(actor, held, NeedState.RAISED, heard_from, words=words.format(whom=referral.to_whom))
            tell_owner(actor, held, OWNER_CAME_BACK)


def _is_to_come_back(need: Need, referral: OnwardReferral) -> bool:
    """Not for somebody who has died, nor once the campaign is closed: then their case alone goes on with it."""
    goes_on = need.person.died_on is None and need.campaign.state != CampaignState.CLOSED
    return goes_on and need.state == NeedState.HANDED_ON and not other_ways_on(referral).exists()
