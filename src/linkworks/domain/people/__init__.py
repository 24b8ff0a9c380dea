"""The person: who they are, how to reach them safely, what they need, what they agreed to. No support is told here."""
