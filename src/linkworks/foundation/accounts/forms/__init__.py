"""The sign-in library's forms in our fields and words."""
