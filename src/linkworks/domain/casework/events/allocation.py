"""Accepting, allocating, handing over, covering."""
