"""``python -m linkworks.config.embedded status|stop``: look at this checkout's cluster, or stop it."""

import sys

from linkworks.config import embedded


def main(arguments: list[str]) -> str:
    match arguments:
        case ["status"]:
            found = embedded.status()
            return f"{'running on port ' + str(found.port) if found.running else 'not running'}: {found.home.path}"
        case ["stop"]:
            return "stopped" if embedded.stop() else "was not running"
        case _:
            return __doc__ or ""


if __name__ == "__main__":
    sys.stdout.write(f"{main(sys.argv[1:])}\n")
