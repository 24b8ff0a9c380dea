"""How near two texts are in meaning: a small language model (all-MiniLM-L6-v2), run here with numpy alone."""
