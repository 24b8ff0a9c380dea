"""Pages of signing in and of one's account. The ceremony is the sign-in library's; layout and words are ours."""
