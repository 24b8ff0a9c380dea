"""Each module turns one format into HSDS 3 records. What came is kept beside them wherever it was changed."""
