"""A list of people comes in: read, columns confirmed, matched, decided, committed, taken back while untouched."""
