"""What may be done with a referral."""
