"""The demonstration: an invented team and the invented people it supports, for a database that was made for it."""
