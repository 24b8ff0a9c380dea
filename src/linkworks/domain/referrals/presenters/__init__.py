"""What the pages about referrals say."""
