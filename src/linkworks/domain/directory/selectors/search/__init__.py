"""Finding services: what is wanted, how its words are read, the one statement that finds, and why each is listed."""
