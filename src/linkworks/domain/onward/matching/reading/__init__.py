"""Reading a story: whose circumstances it tells of, in which words, and what it asks for."""
