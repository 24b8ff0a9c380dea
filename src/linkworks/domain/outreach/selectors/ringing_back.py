"""Somebody rings the published number: to check that a call was ours, or to talk."""

import re
from datetime import datetime
from functools import reduce
from operator import and_
from uuid import UUID

from django.db.models import Q, QuerySet

from linkworks.domain.outreach.models import Campaign, CampaignContact, HandOut
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.people.models import ContactDetail
from linkworks.foundation.access.permission import require
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.core.phone import PhoneError, parse_phone

MOST = 10


def when_we_rang(actor: Actor, campaign: Campaign, *, code: str, who: str) -> datetime | None:
    """The newest call of the last day with this code, to this telephone number or somebody of this name."""
    require(may_run_campaigns, actor)
    calls = HandOut.objects.visible_to(actor).filter(
        contact__campaign=campaign, code=code, is_incoming=False, at__gt=clock.now() - HandOut.CODE_GOOD_FOR
    )
    ours = calls.filter(contact__in=_who(actor, campaign, who)).order_by("-at").first()
    return ours.at if ours else None


def find_who_rang_back(actor: Actor, campaign: Campaign, who: str) -> list[CampaignContact]:
    require(may_run_campaigns, actor)
    found = _who(actor, campaign, who).select_related("person", "last_outcome", "holder")
    return list(found.order_by("person__family_name", "person__given_name")[:MOST])


def _who(actor: Actor, campaign: Campaign, who: str) -> QuerySet[CampaignContact]:
    contacts: QuerySet[CampaignContact] = CampaignContact.objects.visible_to(actor).filter(campaign=campaign)
    try:
        number = parse_phone(who).e164
    except PhoneError:
        return contacts.filter(_named(who))
    theirs = ContactDetail.objects.visible_to(actor).filter(value=number, ended_at__isnull=True)
    return contacts.filter(Q(phone_key=number) | Q(person_id__in=theirs.values("person_id")))


def _named(who: str) -> Q:
    """Every word begins one of their names."""
    words = who.split()
    if not words:
        return Q(pk__in=[])
    return reduce(and_, (_is_a_name(word) for word in words))


def _is_a_name(word: str) -> Q:
    begins = rf"\m{re.escape(word)}"
    given = Q(person__given_name__iregex=begins) | Q(person__preferred_name__iregex=begins)
    return given | Q(person__family_name__iregex=begins)


def get_contact(actor: Actor, campaign: Campaign, contact_id: UUID) -> CampaignContact:
    require(may_run_campaigns, actor)
    contacts = CampaignContact.objects.visible_to(actor).filter(campaign=campaign, pk=contact_id)
    contact: CampaignContact | None = contacts.select_related("person").first()
    if contact is None:
        raise NotFound
    return contact
