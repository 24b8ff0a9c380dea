"""Two campaigns of calls: the one of spring 2020, which is over, and one that is under way on the day of loading."""
