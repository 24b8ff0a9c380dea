"""Which line of row security a table stands behind. `access.row_security` turns this into policies."""

from enum import StrEnum


class RowScope(StrEnum):
    """TEAM: column `team_id` must be the actor's team. PERSON: also, the person must not be hidden from the actor.
    LEAD: also, the actor leads the team, or is named in column `lead_id`.
    """

    TEAM = "team"
    PERSON = "person"
    LEAD = "lead"
