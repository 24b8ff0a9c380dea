"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("catalogue.imported", "Services were loaded from a catalogue", "source", "new", "changed", "same")
declare("service.checked", "Somebody checked whether a service runs and has room", "live_state", "former")
declare("entry.edited", "Somebody said something else of an entry than its source does", "fields")
declare("entry.edit_kept", "Somebody kept what we say of an entry over something new from its source", "field")
