"""The GP record, closing, the message back."""

from linkworks.foundation.audit.registry import declare

declare("code.recorded", "A code went into the GP record", "meaning", "code")
declare("case.closing_prepared", "Closing a case was prepared", "reason")
declare("case.closed", "A case was closed", "reason", "how_it_went", "messages")
declare("case.reopened", "A closed case was reopened")
declare("task.dropped", "A task was dropped when its case closed", "worker")
