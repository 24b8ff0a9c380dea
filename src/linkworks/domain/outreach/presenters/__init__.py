"""What one page says: words, links and tags, ready to lay out."""
