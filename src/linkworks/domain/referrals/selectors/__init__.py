"""Questions about what came in. The actor comes first; the answer holds only what they may see."""
