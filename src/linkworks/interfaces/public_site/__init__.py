"""Pages for everybody: what social prescribing is, refer yourself, refer someone, see how a referral is going."""
