"""What leaves with an onward referral, to the letter: the same text is previewed, sent and kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from linkworks.domain.onward.choices import SentHow, SharedField
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import words
from linkworks.foundation.core.phone import Phone

WHY = "Why we are writing"
ASKED_AS = {
    SharedField.NAME: "your name",
    SharedField.DATE_OF_BIRTH: "your date of birth",
    SharedField.PRONOUNS: "your pronouns",
    SharedField.TELEPHONE: "how to ring you safely",
    SharedField.EMAIL: "your email address",
    SharedField.ADDRESS: "your address",
    SharedField.LANGUAGE: "the language you prefer",
    SharedField.ADJUSTMENTS: "what makes contact easier for you",
    SharedField.WHAT_MATTERS: "what matters to you",
    SharedField.NHS_NUMBER: "your NHS number",
}


@dataclass(frozen=True)
class Draft:
    """To whom, by which way, which fields, and what we ask for, as the worker chose them."""

    to_whom: str
    sent_how: SentHow
    fields: tuple[SharedField, ...]
    message: str
    address: str = ""


@dataclass(frozen=True)
class Letter:
    draft: Draft
    lines: tuple[tuple[str, str], ...]
    """Label and text, as they leave."""
    subject: str
    body: str

    @property
    def fingerprint(self) -> str:
        """Changes when anything that would leave, or where it goes, has changed."""
        whole = "\n".join([self.draft.address, self.draft.sent_how, self.subject, self.body])
        return sha256(whole.encode()).hexdigest()


def compose(draft: Draft, *, known: Mapping[SharedField, str], service_name: str, team: Team, worker: str) -> Letter:
    lines = [(field.label, known[field]) for field in SharedField if field in draft.fields and field in known]
    lines.append((WHY, draft.message))
    return Letter(
        draft=draft,
        lines=tuple(lines),
        subject=f"A referral to {service_name} from {team.name}",
        body=_body(draft, lines, service_name, team, worker),
    )


def consent_wording(organisation: str, service_name: str, fields: Sequence[SharedField]) -> str:
    """The question as it is put to the person: it names what would leave."""
    named = words.listed(ASKED_AS[field] for field in SharedField if field in fields)
    about = f" about {service_name}" if service_name != organisation else ""
    return f"May we tell {organisation} {named}, so that they can get in touch{about}?"


def _body(draft: Draft, lines: Sequence[tuple[str, str]], service_name: str, team: Team, worker: str) -> str:
    told = "\n\n".join(f"{label}: {text}" for label, text in lines)
    reach = words.listed(filter(None, [team.email, _readable(team.telephone)]), last="or")
    answer = f"Please tell us whether you can help: {reach}." if reach else "Please tell us whether you can help."
    return (
        f"To {draft.to_whom}\n\n"
        f"We support the person below. They have agreed that we pass these details on to you, for {service_name}.\n\n"
        f"{told}\n\n"
        f"{answer} If you cannot, telling us so helps too.\n\n"
        f"{worker}\n{team.name}\n"
    )


def _readable(telephone: str) -> str:
    """A team writes its number as it likes; a stored +44 is for machines."""
    return Phone(telephone).national if telephone.startswith("+") else telephone
