"""Finding services: what is wanted, how its words are read, and the one statement that finds."""

from linkworks.domain.directory.selectors.search.find import Hit, Search, list_choices, search
from linkworks.domain.directory.selectors.search.wanted import Near, Wanted

__all__ = ["Hit", "Near", "Search", "Wanted", "list_choices", "search"]
