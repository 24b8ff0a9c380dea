"""Every registered page in every state it says it has, looked at by axe and by our own manners.

`visits/` holds one module per app: for each page and state, who goes there and how. A state that nobody knows the way
to fails the test, so that a new page is not forgotten.
"""
