"""The door that a link opens, and the pages behind it."""
