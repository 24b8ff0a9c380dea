"""What Linkworks' pages are compared with: the same rows as bare JSON, with no sign-in, no row security, no page."""
