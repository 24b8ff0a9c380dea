"""`base` is safe for production; `local` and `test` only relax it."""
