"""The directory for anybody's program, as Open Referral UK 3.0: read only, without signing in, nothing of clients."""
