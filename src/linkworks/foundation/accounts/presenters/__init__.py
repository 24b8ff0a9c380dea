"""What the pages of one's account and of the team's staff show."""
