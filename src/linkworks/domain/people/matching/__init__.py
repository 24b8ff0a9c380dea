"""Is this someone we know? Weighs what two descriptions have in common against who else it could be.

Nothing here knows the database or links anybody: descriptions go in; match, possible or none comes out, and why.
"""
