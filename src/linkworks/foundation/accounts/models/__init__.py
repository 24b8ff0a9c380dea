"""Tables of staff and how they sign in. None belongs to one team alone; none holds a client."""

from linkworks.foundation.accounts.models.kept import Draft, HeldPost
from linkworks.foundation.accounts.models.remembered import Remembered
from linkworks.foundation.accounts.models.staff import Membership, Team, User, UserManager

__all__ = ["Draft", "HeldPost", "Membership", "Remembered", "Team", "User", "UserManager"]
