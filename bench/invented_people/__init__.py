"""Invented lists of known and incoming people, who is who written down, for measuring whether we tell them apart."""
