"""The shape and wording of answers about a person; no writing."""
