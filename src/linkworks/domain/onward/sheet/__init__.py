"""The options sheet: what its words are, what stays off it, how plain it must be, and who may open it."""
