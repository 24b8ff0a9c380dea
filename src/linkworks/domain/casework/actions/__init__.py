"""Deeds on a case. Each asks for permission, does one thing in one transaction, and says so in the change log."""
