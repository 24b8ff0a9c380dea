"""The e-mail with which somebody comes in; the administrator can hand the same link over."""

from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from linkworks.foundation.accounts.models import Membership


def send_invitation(membership: Membership, link: str) -> None:
    """Once the invitation is certain. If the e-mail does not go out, the link is on the page all the same."""
    user = membership.user
    words = {"name": user.name, "team": membership.team.name, "link": link}
    subject = render_to_string("account/email/invitation_subject.txt").strip()
    body = render_to_string("account/email/invitation_message.txt", words)
    transaction.on_commit(lambda: send_mail(subject, body, None, [user.email]), robust=True)
