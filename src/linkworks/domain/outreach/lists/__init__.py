"""Lists of people that somebody sends: which column is what, what each cell says, and what is wrong with it."""
