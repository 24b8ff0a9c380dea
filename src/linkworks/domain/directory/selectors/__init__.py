"""Questions about the directory. It is public knowledge, so nobody's rows are hidden."""

from linkworks.domain.directory.selectors.services import get_listed_service, get_service, list_services

__all__ = ["get_listed_service", "get_service", "list_services"]
