"""Ringing many people in a campaign: who is next, what was said, what follows. Supporting one person is casework."""
