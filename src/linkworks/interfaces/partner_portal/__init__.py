"""Those who help answer here, by a link of their own and without an account."""
