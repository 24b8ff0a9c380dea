"""Questions about options and what became of them. The actor comes first, and the answer is already theirs to see."""
