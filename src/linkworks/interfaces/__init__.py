"""Doors for those who are not staff at a desk."""
