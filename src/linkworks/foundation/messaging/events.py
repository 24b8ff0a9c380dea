"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("message.sent", "A message was sent", "channel")
declare("message.failed", "A message could not be sent", "channel", "attempts")
declare("message.cancelled", "A waiting message was cancelled", "channel")
declare("message.retried", "A message that had not left is tried again", "channel")
declare("job.retried", "A job that had failed is tried again", "task")
