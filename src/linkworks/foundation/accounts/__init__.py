"""Staff: who they are, which team they work for, in which role, and how they sign in. No clients here."""
