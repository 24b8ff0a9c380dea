"""Who asked not to be rung, and what that means for the campaigns they are in."""

from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.outreach.choices import CampaignState, Ending, QueueState
from linkworks.domain.outreach.models import CampaignContact, OptOut
from linkworks.domain.people.models import Person
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def list_opt_outs(actor: Actor, person: Person) -> QuerySet[OptOut]:
    """Those that stand first, then those that were taken back, the newest first."""
    said: QuerySet[OptOut] = OptOut.objects.visible_to(actor).filter(person=person)
    return said.select_related("campaign", "by", "withdrawn_by").order_by("-withdrawn_at", "-said_at")


def get_opt_out(actor: Actor, person: Person, opt_out_id: UUID) -> OptOut:
    """One that stands."""
    said = list_opt_outs(actor, person).filter(pk=opt_out_id, withdrawn_at=None, is_for_death=False).first()
    if said is None:
        raise NotFound
    said.person = person
    return said


def said_alike(actor: Actor, opt_out: OptOut) -> list[OptOut]:
    """The same, said once or more often: it is taken back at once."""
    standing = list_opt_outs(actor, opt_out.person).filter(withdrawn_at=None, is_for_death=False)
    return list(standing.filter(campaign=opt_out.campaign_id))


def others_that_stand(actor: Actor, opt_out: OptOut) -> list[OptOut]:
    """What else keeps us from ringing them."""
    alike = [said.pk for said in said_alike(actor, opt_out)]
    return list(list_opt_outs(actor, opt_out.person).filter(withdrawn_at=None).exclude(pk__in=alike))


def done_by_declining(actor: Actor, opt_out: OptOut) -> QuerySet[CampaignContact]:
    """Where they are done because they did not want a call, and can be rung once this is taken back."""
    others = {other.campaign_id for other in others_that_stand(actor, opt_out)}
    contacts: QuerySet[CampaignContact] = CampaignContact.objects.visible_to(actor)
    if None in others or opt_out.person.died_on is not None:
        return contacts.none()
    done = contacts.filter(person=opt_out.person, state=QueueState.ENDED, ending=Ending.DECLINED)
    if opt_out.campaign_id is not None:
        done = done.filter(campaign=opt_out.campaign_id)
    running = done.exclude(campaign__state=CampaignState.CLOSED).exclude(campaign__in=others)
    return running.select_related("campaign", "band").order_by("campaign__name")
