"""Exactly what would leave, and the question that the person said yes to."""

from dataclasses import dataclass

from linkworks.domain.onward.choices import SentHow
from linkworks.domain.onward.letter import Letter, consent_wording
from linkworks.domain.onward.models import Option
from linkworks.domain.onward.presenters.about import AboutCase
from linkworks.domain.onward.selectors.sharing import organisation_of
from linkworks.domain.people.choices import GivenHow
from linkworks.domain.people.models import Consent
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Link, PersonBanner, SummaryRow


@dataclass(frozen=True)
class PreviewPage:
    """`answers` are what was chosen, carried along hidden until it is sent."""

    title: str
    banner: PersonBanner
    back: Link
    rows: tuple[SummaryRow, ...]
    subject: str
    body: str
    agreed: str
    button: str
    goes_by_email: bool
    fingerprint: str
    answers: tuple[tuple[str, str], ...]

    @classmethod
    def of(
        cls,
        about: AboutCase,
        option: Option,
        letter: Letter,
        agreed_how: GivenHow | None,
        answers: tuple[tuple[str, str], ...],
    ) -> "PreviewPage":
        draft = letter.draft
        goes_by_email = draft.sent_how == SentHow.EMAIL
        return cls(
            title="This is exactly what will leave",
            banner=about.banner,
            back=about.back,
            rows=(
                SummaryRow("To", f"{draft.to_whom}{f', {draft.address}' if draft.address else ''}"),
                SummaryRow("How", draft.sent_how.label),
            ),
            subject=letter.subject,
            body=letter.body,
            agreed=_agreed(option, letter, agreed_how),
            button=f"Send to {draft.to_whom}" if goes_by_email else "I have passed this on",
            goes_by_email=goes_by_email,
            fingerprint=letter.fingerprint,
            answers=answers,
        )


def question(option: Option) -> str:
    """How the consent is asked, before it is known what will be ticked."""
    return (
        f"Ask {option.person.known_as}: may we tell {organisation_of(option)} what is ticked above, "
        f"so that they can get in touch about {option.service.name}?"
    )


def on_record(consent: Consent | None) -> str:
    """The answer that a standing yes offers; blank when there is none."""
    return f"Yes, as they said on {words.full_date(consent.given_at)}" if consent else ""


def _agreed(option: Option, letter: Letter, agreed_how: GivenHow | None) -> str:
    name, organisation = option.person.known_as, organisation_of(option)
    if agreed_how is None:
        return f"{name} has a yes on record to passing this on to {organisation}."
    how = "said yes in writing" if agreed_how == GivenHow.WRITTEN else "said yes"
    wording = consent_wording(organisation, option.service.name, letter.draft.fields)
    return f"It will be on record that {name} {how} to: “{wording}”"
