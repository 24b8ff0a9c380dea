from linkworks.domain.referrals.models.message_back import MessageBack
from linkworks.domain.referrals.models.referral import Referral, ReferralStep

__all__ = ["MessageBack", "Referral", "ReferralStep"]
