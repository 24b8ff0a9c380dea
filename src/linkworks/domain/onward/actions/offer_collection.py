"""Putting services of a collection to a person, all at once."""

from collections.abc import Collection as Some
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.actions.collections import count_use
from linkworks.domain.directory.models import Collection
from linkworks.domain.onward.actions.offer import offer_option
from linkworks.domain.onward.models import Option
from linkworks.domain.onward.policies import may_offer
from linkworks.domain.onward.selectors.judging import judge_collection
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

NOTHING = "Choose at least one service"
NOT_FOR_THEM = "{service} is not for {name}: {because}."


@transaction.atomic
def offer_collection(actor: Actor, *, case: Case, collection: Collection, services: Some[UUID]) -> list[Option]:
    """All of them, or none: refused when one is not for this person."""
    require(may_offer, actor, case)
    judged = judge_collection(actor, case, collection)
    for one in judged.not_for_them:
        if one.item.service_id in services:
            told = {"service": one.item.service.name, "name": case.person.known_as, "because": one.because}
            raise Refused(NOT_FOR_THEM.format(**told), "services")
    chosen = [item.service for item in judged.fitting if item.service_id in services]
    if not chosen:
        raise Refused(NOTHING, "services")
    options = [offer_option(actor, case=case, service=service) for service in chosen]
    count_use(collection)
    return options
