"""Accepting, allocating, handing over, covering: one module a page."""
