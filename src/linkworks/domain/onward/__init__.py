"""From options to help received: what was offered, what the person chose, and how far it got them."""
