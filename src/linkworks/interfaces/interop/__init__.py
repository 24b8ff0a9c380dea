"""Doors for other programs: one folder for each counterpart."""
