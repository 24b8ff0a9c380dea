"""What leaves of a collection, on paper and by e-mail: public facts, and the worker's own lines."""
