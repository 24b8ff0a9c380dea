"""Queued and timed work of the calls, by family. Importing this registers all of it."""

from linkworks.domain.outreach.jobs import cohort, needs

__all__ = ["cohort", "needs"]
