from linkworks.foundation.core.errors import LinkworksError


class Unreadable(LinkworksError):
    """What came cannot be read, or not to its end. `message` is a sentence for whoever brought it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
