"""What one page about a person says: words, links and tags, ready to lay out."""
