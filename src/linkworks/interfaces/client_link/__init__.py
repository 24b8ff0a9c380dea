"""What a client sees of their own options, from a signed link, and how their answer comes back."""
