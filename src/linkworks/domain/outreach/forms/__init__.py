"""The shape and wording of answers; no writing."""
