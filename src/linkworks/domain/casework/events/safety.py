"""Measures, the safety path, safeguarding."""
