"""A collection on paper: an accessible PDF."""

from dataclasses import asdict

from linkworks.domain.directory.entry_words import telephone_in_words
from linkworks.domain.directory.handing_out.leaf import Leaf
from linkworks.domain.directory.handing_out.leaving import Leaving
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock, words
from linkworks.foundation.design.documents import make_pdf

TEMPLATE = "directory/collection.typ"
FILE_NAME = "list.pdf"
CHANGES = "Things change: ring before you go a long way."


def collection_document(leaving: Leaving, team: Team, *, is_large: bool = False) -> bytes:
    return make_pdf(
        TEMPLATE,
        {
            "from": [part for part in (team.name, telephone_in_words(team.telephone)) if part],
            "title": leaving.title,
            "large_print": is_large,
            "purpose": leaving.purpose,
            "services": [asdict(Leaf.of(item)) for item in leaving.given],
            "ending": f"{ask(team)} {CHANGES}",
            "footer": words.full_date(clock.today()),
        },
    )


def ask(team: Team) -> str:
    telephone = f" Ring {telephone_in_words(team.telephone)}." if team.telephone else ""
    return f"Questions?{telephone or ' Ask us.'}"
