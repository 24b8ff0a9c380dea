"""Queued and timed work of casework, by family. Importing this registers all of it."""

from linkworks.domain.casework.jobs import daily, safeguarding, safety

__all__ = ["daily", "safeguarding", "safety"]
