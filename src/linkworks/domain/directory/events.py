"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("catalogue.imported", "Services were loaded from a catalogue", "source", "new", "changed", "same")
declare("service.checked", "Somebody checked whether a service runs and has room", "live_state", "former")
