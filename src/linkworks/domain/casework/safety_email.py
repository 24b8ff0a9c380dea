"""What the owner of a safety path is told by e-mail: that there is one, and nothing about anybody."""

SUBJECT = "A safety path is yours"
FIRST = """\
You own a safety path: somebody may come to harm.

Sign in to Linkworks now. The path stands first on My day and says what to do next. If you cannot, pass it to a
colleague there, or ring your team lead.

Until the practice or 999 has been called we remind you, and then others.
"""
REMINDER_SUBJECT = "Nobody has been called on a safety path yet"
REMINDER = """\
A safety path is open, and neither the practice nor 999 has been called.

Sign in to Linkworks now. The path stands first on My day, with whose it is and what to do next.
"""
