"""Everything that may be written about a case in the change log."""

from linkworks.domain.casework.events import allocation, daily, ending, plan, safety

__all__ = ["allocation", "daily", "ending", "plan", "safety"]
