"""Organisations and services of the area: what exists, for whom, and whether it still does. Nothing about clients."""
