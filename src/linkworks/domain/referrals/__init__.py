"""Coming in: a request that we support a person, from arrival to accepted, declined, returned or withdrawn."""
