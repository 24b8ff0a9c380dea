"""The pages of the directory beside its search, for those who keep it."""

from django.urls import reverse

from linkworks.domain.directory.policies import may_keep_collections, may_keep_services
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Tab

SEARCH = ("directory:search", "Search")
COLLECTIONS = ("directory:collections", "Collections")
TO_CHECK = ("directory:checks", "Entries to check")
TOLD = ("directory:told_changes", "Changes told to us")


def directory_tabs(actor: Actor, current: str) -> tuple[Tab, ...]:
    """None where there is only the search."""
    kept = [COLLECTIONS] if may_keep_collections(actor) else []
    kept += [TO_CHECK, TOLD] if may_keep_services(actor) else []
    pages = [SEARCH, *kept] if kept else []
    return tuple(Tab(text, reverse(name), is_current=name == current) for name, text in pages)
