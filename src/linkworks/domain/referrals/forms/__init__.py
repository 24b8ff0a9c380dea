"""How answers about a referral are judged."""
