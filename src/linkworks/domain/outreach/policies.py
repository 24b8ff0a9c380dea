"""May this actor do this? Whether the record is theirs to see was settled by the selector."""

from linkworks.domain.outreach.models import CallConcern, LadderStep, Need
from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE, Role
from linkworks.foundation.core.actor import Actor

CALLERS = frozenset({Role.CALLER, Role.LINK_WORKER, Role.TEAM_LEAD, Role.COORDINATOR})

COORDINATORS = frozenset({Role.TEAM_LEAD, Role.COORDINATOR})


def may_run_campaigns(actor: Actor) -> bool:
    """Set campaigns up, edit their rules and scripts, open and close them."""
    return actor.is_staff and actor.role in COORDINATORS


def may_put_on_other_ways(actor: Actor) -> bool:
    """A call that did not reach somebody, an import and a job may; whoever rings may ring."""
    return actor.is_system or may_ring(actor)


def may_try_other_ways(actor: Actor) -> bool:
    """Those that are one's own; all of them for who runs campaigns."""
    return actor.is_staff and actor.role in ROLES_THAT_SEE_PEOPLE


def may_take_step(actor: Actor, step: LadderStep) -> bool:
    """Whose it is, or who runs campaigns; a job where the time alone decides."""
    own = may_try_other_ways(actor) and step.owner_id == actor.user_id
    return actor.is_system or own or may_run_campaigns(actor)


def may_decide_on_safe_contact(actor: Actor) -> bool:
    """Whether a way is tried in spite of an alert."""
    return actor.is_staff and actor.role == Role.TEAM_LEAD


def may_ring(actor: Actor) -> bool:
    """Take the next call of an open campaign, and write down how it went."""
    return actor.is_staff and actor.role in CALLERS


def may_see_board(actor: Actor) -> bool:
    """Numbers about a campaign, in which nobody is named."""
    return actor.is_staff and actor.role in CALLERS | {Role.COMMISSIONER}


def may_see_to(actor: Actor, need: Need) -> bool:
    """Whoever runs campaigns, whoever answers for the need, and the link of whoever was asked."""
    return need.team_id == actor.team_id and (
        actor.is_system or may_run_campaigns(actor) or actor.user_id == need.owner_id
    )


def may_close_concern(actor: Actor, concern: CallConcern) -> bool:
    """The lead who is named, or a team lead: nobody else, and no job."""
    return actor.is_staff and (actor.user_id == concern.lead_id or actor.role == Role.TEAM_LEAD)
