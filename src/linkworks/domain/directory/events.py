"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("service.checked", "Somebody checked whether a service runs and has room", "live_state", "former")
declare("entry.edited", "Somebody said something else of an entry than its source does", "fields")
declare("entry.edit_kept", "Somebody kept what we say of an entry over something new from its source", "field")
declare("import.read", "A source of services was read", "state", "new", "changed", "same", "gone", "held")
declare("import.committed", "What was read became the directory", "new", "changed", "same", "gone", "held")
declare("import.undone", "An import of services was taken back")
declare("postcodes.loaded", "A file of postcodes was loaded", "postcodes")
declare("service.noted", "A team noted something about a service for itself")
declare("service.note_withdrawn", "A team withdrew a note about a service")
declare("service.confirmed", "Somebody confirmed that everything an entry says is still right")
declare("check.given", "The rota gave somebody an entry to check")
declare("check.ended", "An entry no longer waits to be checked by whoever had it", "how")
declare("check.passed_on", "An entry to check was passed on to a colleague", "to")
declare("check.paused", "An entry could not be checked yet", "why", "until")
declare("freshness.settled", "A lead settled how the team keeps entries fresh", "entries_a_week")
