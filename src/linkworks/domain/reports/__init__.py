"""Counts for those who pay and lead: numbers only, never a name. Reads, writes nothing."""
