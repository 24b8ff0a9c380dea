"""Deeds: signing in, keeping what was typed, looking after staff."""
