from linkworks.domain.referrals.models.message_back import MessageBack
from linkworks.domain.referrals.models.referral import Referral, ReferralCorrection, ReferralStep

__all__ = ["MessageBack", "Referral", "ReferralCorrection", "ReferralStep"]
