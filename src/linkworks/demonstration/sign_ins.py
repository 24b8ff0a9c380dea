"""The ready-made sign-ins. They work without a second factor, and only in a demonstration."""

from collections.abc import Sequence
from dataclasses import dataclass

from linkworks.foundation.accounts.choices import Role

PASSWORD = "link-workers-listen"  # noqa: S105  # nosec B105 (printed by the server: it opens invented data only)


@dataclass(frozen=True, slots=True)
class SignIn:
    email: str
    name: str
    role: Role
    networks: Sequence[int] = ()
    languages: Sequence[str] = ("English",)
    full_caseload: int = 40
    records: float = 1.0  # how often they write down how it went: of a hundred link workers, 28 never do


TEAM = (
    SignIn("link.worker@example.org", "Amara Nwosu", Role.LINK_WORKER, (0, 1), ("English", "Igbo", "Yoruba"), 40, 0.95),
    SignIn("tom.hartley@example.org", "Tom Hartley", Role.LINK_WORKER, (0,), ("English", "French"), 40, 0.0),
    SignIn("linh.tran@example.org", "Linh Tran", Role.LINK_WORKER, (0, 4), ("English", "Vietnamese", "Cantonese")),
    SignIn("shanice.reid@example.org", "Shanice Reid", Role.LINK_WORKER, (1, 2), ("English",)),
    SignIn("farida.ahmadi@example.org", "Farida Ahmadi", Role.LINK_WORKER, (1,), ("English", "Dari", "Arabic"), 24),
    SignIn("kofi.boateng@example.org", "Kofi Boateng", Role.LINK_WORKER, (2,), ("English", "Twi", "Somali"), 40, 0.2),
    SignIn("rukhsana.miah@example.org", "Rukhsana Miah", Role.LINK_WORKER, (2, 3), ("English", "Bengali", "Tamil")),
    SignIn("joe.driscoll@example.org", "Joe Driscoll", Role.LINK_WORKER, (3,), ("English", "Spanish"), 40, 0.0),
    SignIn("marta.zielinska@example.org", "Marta Zielińska", Role.LINK_WORKER, (4, 3), ("English", "Polish"), 40, 0.95),
    SignIn("team.lead@example.org", "Denise Fairweather", Role.TEAM_LEAD),
    SignIn("coordinator@example.org", "Samuel Osei", Role.COORDINATOR),
    SignIn("commissioner@example.org", "Helen Marchmont", Role.COMMISSIONER),
    SignIn("administrator@example.org", "Ravi Chandran", Role.ADMINISTRATOR),
    SignIn("caller@example.org", "Maureen Duffy", Role.CALLER),
)
OTHER_TEAM = (
    SignIn("another.team@example.org", "Gwen Pritchard", Role.LINK_WORKER, (0,)),
    SignIn("ade.bankole@example.org", "Ade Bankole", Role.LINK_WORKER, (0,), ("English", "Yoruba")),
    SignIn("another.lead@example.org", "Ruth Ellery", Role.TEAM_LEAD),
)
SHOWN = (*TEAM[:1], *TEAM[9:], *OTHER_TEAM[:1])
"""One for each kind of work; the colleagues sign in with the same password."""


def described() -> str:
    """For the person who started the server."""
    widest = max(len(sign_in.email) for sign_in in SHOWN)
    lines = [f"  {sign_in.email:<{widest}}  {_what(sign_in)}" for sign_in in SHOWN]
    return "\n".join(["Sign in to the demonstration as", *lines, f"each with the password  {PASSWORD}"])


def _what(sign_in: SignIn) -> str:
    other = ", of another team" if sign_in in OTHER_TEAM else ""
    return f"{sign_in.role.label.lower()}{other}: {sign_in.name}"
