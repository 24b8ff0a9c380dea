"""What each family of casework puts into the registries: navigation, quick actions, panels, conditions.

Importing this registers all of it.
"""

from linkworks.domain.casework.wiring import allocation, daily, ending, plan, safety

__all__ = ["allocation", "daily", "ending", "plan", "safety"]
