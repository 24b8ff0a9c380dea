"""Ask a selector, call an action, choose a presenter."""
