import sys

from linkworks.foundation.messaging.transports import Outgoing
from linkworks.foundation.messaging.transports.console.mapping import as_text


class Client:
    def send(self, message: Outgoing) -> None:
        sys.stdout.write(as_text(message))
        sys.stdout.flush()
