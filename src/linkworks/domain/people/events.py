"""Everything of this app that may be written in the change log."""
