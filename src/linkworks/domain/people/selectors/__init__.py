"""Questions about people. The actor comes first, and the answer is already theirs to see."""
