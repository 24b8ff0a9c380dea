"""What matters, needs, the plan, research, advocacy."""
