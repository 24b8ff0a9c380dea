from linkworks.domain.onward.tests.conftest import by_link, case, entry, option, service, sheet

__all__ = ["by_link", "case", "entry", "option", "service", "sheet"]
