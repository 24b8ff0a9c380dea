"""What a caller says and asks: a script as plain facts, its checks before it is published, and the way through it."""
