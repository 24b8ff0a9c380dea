"""What the public is asked, and how mistakes are put right."""
