"""Messages that leave the house: written to the outbox in the deed's own transaction, sent by a job afterwards."""
