"""Deeds on a person's record. Each asks for permission, holds in one transaction and leaves its mark in the log."""
