"""What becomes of referrals when records are merged, a person asks for theirs, or time is up."""

from linkworks.domain.people.registry import Keep, OnExport, OnMerge, declare
from linkworks.domain.referrals.models import MessageBack, Referral, ReferralCorrection, ReferralStep

HOW_IT_WENT = (Referral, ReferralCorrection, ReferralStep)

declare(*HOW_IT_WENT, on_merge=OnMerge.MOVE, on_export=OnExport.READ_FIRST, keep=Keep.RECORD)
declare(MessageBack, on_merge=OnMerge.MOVE, on_export=OnExport.GIVE, keep=Keep.RECORD)
