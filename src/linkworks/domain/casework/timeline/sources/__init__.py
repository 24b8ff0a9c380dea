"""What each family of casework tells the timeline. Importing this registers all of it."""

from linkworks.domain.casework.timeline.sources import advocacy, allocation, daily, ending, plan, safety

__all__ = ["advocacy", "allocation", "daily", "ending", "plan", "safety"]
