"""What the client's pages say: plain words, and nothing that tells a stranger why."""
