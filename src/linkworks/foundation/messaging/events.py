"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("message.sent", "A message was sent", "channel")
declare("message.failed", "A message could not be sent", "channel", "attempts")
declare("message.cancelled", "A waiting message was cancelled", "channel")
