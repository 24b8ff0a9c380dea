from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.presenters.imports import as_words
from linkworks.domain.directory.presenters.origins import field_name
from linkworks.domain.directory.selectors.imports import Clash
from linkworks.foundation.design.parts import Link, When


@dataclass(frozen=True)
class ClashRow:
    """One field on which we and the source differ, and where to post either decision."""

    entry: Link | str
    field: str
    ours: str
    by: str
    since: When
    theirs: str
    keep_url: str
    follow_url: str


@dataclass(frozen=True)
class ClashesPage:
    title: str
    rows: tuple[ClashRow, ...]

    @classmethod
    def of(cls, clashes: Iterable[Clash]) -> "ClashesPage":
        return cls("What we say, and what its source says since", tuple(map(_row, clashes)))


def _row(clash: Clash) -> ClashRow:
    edit = clash.edit
    name = clash.name or "An entry that is gone"
    is_service = edit.kind == Kind.SERVICE
    return ClashRow(
        entry=Link(name, reverse("directory:service", args=[edit.record_id])) if is_service else name,
        field=field_name(edit.field),
        ours=as_words(edit.value) or "nothing",
        by=edit.by_name,
        since=When(edit.at),
        theirs=as_words(edit.clashes_with) or "nothing",
        keep_url=reverse("directory:clash_keep", args=[edit.pk]),
        follow_url=reverse("directory:clash_follow", args=[edit.pk]),
    )
