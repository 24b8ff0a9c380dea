"""Questions about cases. The actor comes first, and the answer is already theirs to see."""
