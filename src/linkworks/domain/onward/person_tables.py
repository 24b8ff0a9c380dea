"""What becomes of options and onward work when records are merged, a person asks for theirs, or time is up."""

from linkworks.domain.onward.models import (
    ClientChoice,
    ConfirmedCircumstance,
    Introduction,
    OnwardOutcome,
    OnwardReferral,
    OnwardStep,
    Option,
    OptionsSheet,
    SheetEntry,
    Signposting,
)
from linkworks.domain.people.registry import Keep, OnExport, OnMerge, declare

declare(
    ConfirmedCircumstance,
    ClientChoice,
    Introduction,
    OnwardOutcome,
    OnwardReferral,
    OnwardStep,
    Option,
    OptionsSheet,
    SheetEntry,
    Signposting,
    on_merge=OnMerge.MOVE,
    on_export=OnExport.GIVE,
    keep=Keep.RECORD,
)
