"""Who else follows a referral to a partner: apps above register what it means to them, in the same transaction.

It is announced when it was sent, and each time it stands elsewhere: its `status` says where.
"""

from linkworks.domain.onward.models import OnwardReferral
from linkworks.foundation.core.announcing import Announcement

_moves = Announcement[OnwardReferral]()
register, announce = _moves.register, _moves.announce
