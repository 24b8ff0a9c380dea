"""Reading a source into rows, committing them, and undoing that."""
