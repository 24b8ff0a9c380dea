"""Who changed what, and who looked at whom. Rows are written once; the application cannot alter or delete them."""
