"""What a new caller reads before ringing for the first time: ten minutes, then a rehearsal."""
