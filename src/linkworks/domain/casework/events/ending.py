"""The GP record, closing, the message back."""
