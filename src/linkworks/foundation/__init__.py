"""Knows nothing about social prescribing."""
