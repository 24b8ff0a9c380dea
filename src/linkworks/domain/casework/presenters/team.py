from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.selectors.measures import list_instruments
from linkworks.domain.casework.selectors.safeguarding import get_rota
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, SummaryRow

NOBODY_NAMED = "Nobody is named: team leads are told"


@dataclass(frozen=True)
class TeamSettingsPage:
    title: str
    rows: tuple[SummaryRow, ...]

    @classmethod
    def of(cls, actor: Actor) -> "TeamSettingsPage":
        rota = get_rota(actor)
        named = [f"{rota.lead.name}, lead", f"{rota.deputy.name}, deputy"] if rota else [NOBODY_NAMED]
        measures = [instrument.name for instrument in list_instruments(actor)]
        return cls(
            title="Team settings",
            rows=(
                SummaryRow("Safeguarding", named, _change("safeguarding_lead", "the safeguarding lead")),
                SummaryRow("Measures", measures, _change("team_measures", "the measures")),
            ),
        )


def _change(url_name: str, what: str) -> Link:
    return Link("Change", reverse(f"casework:{url_name}"), hidden=what)
