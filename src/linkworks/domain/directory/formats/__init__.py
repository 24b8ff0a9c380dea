"""Each module turns one format into HSDS 3 records, and says what it could not carry over."""
