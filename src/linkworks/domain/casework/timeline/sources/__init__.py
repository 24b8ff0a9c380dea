"""What each family of casework tells the timeline. Importing this registers all of it."""

from linkworks.domain.casework.timeline.sources import allocation, daily

__all__ = ["allocation", "daily"]
