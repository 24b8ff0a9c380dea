"""What may become of a need, and by when: rules over plain facts. What counts comes after the match."""

from linkworks.domain.outreach.choices import NeedState

S = NeedState
UNDER_WAY = (S.ACCEPTED, S.SCHEDULED, S.ON_THE_WAY)
OPEN = (S.RAISED, S.OFFERED, *UNDER_WAY, S.DELIVERED)
ENDED = (S.CONFIRMED, S.UNCONFIRMED, S.CANCELLED, S.NOT_NEEDED, S.HANDED_ON)
