"""The email that asks an organisation whether its entry is right."""

from datetime import datetime

from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import words


def subject(service_name: str) -> str:
    return f"Is what we say about {service_name} still right?"


def body(service_name: str, link: str, until: datetime, team: Team) -> str:
    reached = " or ".join(filter(None, (team.telephone, team.email)))
    tell_us = f"please tell us: {reached}." if reached else "please tell us."
    where = f" in {team.area}" if team.area else ""
    paragraphs = (
        "Hello,",
        f"We are {team.name}. We help people{where} to find support near them, and we tell them about {service_name}.",
        "Please look at what we say about you. If it is still right, one press is enough. "
        "If something has changed, you can put it right on the same page. You need no account:",
        link,
        f"The link is for you alone and answers once, until {words.full_date(until)}.",
        f"If {service_name} is not yours, or if you have a question, {tell_us}",
        f"Thank you,\n{team.name}",
    )
    return "\n\n".join(paragraphs)
