"""Deeds that take a person from options to help received."""
