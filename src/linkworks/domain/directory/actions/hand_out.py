"""Printing a collection, and sending it by e-mail: public facts only, to whomever, about nobody."""

from typing import Any

from django.db import transaction

from linkworks.domain.directory.actions.collections import IS_RETIRED, count_use
from linkworks.domain.directory.handing_out.document import FILE_NAME, collection_document
from linkworks.domain.directory.handing_out.email import body_of, subject_of
from linkworks.domain.directory.handing_out.leaving import Leaving, what_leaves
from linkworks.domain.directory.models import Collection
from linkworks.domain.directory.policies import may_keep_collections
from linkworks.domain.directory.selectors.collections import list_items
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

NOTHING = "There is nothing on it that can be handed out as it stands."


@transaction.atomic
def print_collection(
    actor: Actor, *, collection: Collection, is_large: bool = False, with_delicate: bool = False
) -> bytes:
    leaving = _what_leaves(actor, collection, with_delicate=with_delicate)
    count_use(collection)
    record(actor, "collection.printed", subject=collection, **_told(leaving, with_delicate))
    return collection_document(leaving, collection.team, is_large=is_large)


@transaction.atomic
def send_collection(actor: Actor, *, collection: Collection, address: str, with_delicate: bool = False) -> None:
    leaving = _what_leaves(actor, collection, with_delicate=with_delicate)
    outbox.put(
        actor,
        team_id=collection.team_id,
        channel=Channel.EMAIL,
        recipient=address,
        subject=subject_of(collection.team),
        body=body_of(leaving, collection.team),
        attachment=collection_document(leaving, collection.team),
        attachment_name=FILE_NAME,
    )
    count_use(collection)
    record(actor, "collection.sent", subject=collection, **_told(leaving, with_delicate))


def _what_leaves(actor: Actor, collection: Collection, *, with_delicate: bool) -> Leaving:
    require(may_keep_collections, actor)
    if collection.retired_at is not None:
        raise Refused(IS_RETIRED)
    leaving = what_leaves(collection, list_items(actor, collection), with_delicate=with_delicate)
    if not leaving.given:
        raise Refused(NOTHING)
    return leaving


def _told(leaving: Leaving, with_delicate: bool) -> dict[str, Any]:
    services = ",".join(str(item.service_id) for item in leaving.given)
    return {"services": services, "with_delicate": with_delicate}
