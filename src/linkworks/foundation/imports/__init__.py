"""Lists that come in from elsewhere: read into rows, shown before anything changes, committed in one go, undone.

It knows nothing of what the rows are about. An app keeps its own two tables, of the shapes in `models`, so that who may
see them follows from the app; what reads, decides and commits is the app's too.
"""
