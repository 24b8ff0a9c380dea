"""What the lead and the deputy are told by e-mail: that there is something, and nothing about anybody."""

SUBJECT = "A safeguarding concern is waiting for you"
FIRST = """\
A colleague has raised a safeguarding concern and you are its lead or deputy.

Sign in to Linkworks. The concern stands first on My day. Please acknowledge it there.

We remind you, and then others, until somebody does.
"""
REMINDER = """\
Nobody has acknowledged a safeguarding concern yet.

Sign in to Linkworks. The concern stands first on My day. Please acknowledge it there. If you cannot,
ring your team lead.
"""
