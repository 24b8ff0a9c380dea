"""The web process: Granian with our settings, our logs and no access log of its own (ours holds no addresses)."""

from granian import Granian
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from linkworks.config.env import env
from linkworks.config.logging import log_configuration

LISTEN = env.text("LINKWORKS_LISTEN", "The address the web process listens on.", default="127.0.0.1")
PORT = env.number("LINKWORKS_PORT", "The port the web process listens on.", default=8000, least=1, most=65535)
WORKERS = env.number("LINKWORKS_WEB_WORKERS", "How many web workers: about one for each core.", default=2, least=1)
THREADS = env.number(
    "LINKWORKS_WEB_THREADS",
    "How many requests a web worker answers at once; each holds a connection.",
    default=2,
    least=1,
)


def main() -> None:
    Granian(
        "linkworks.config.wsgi:application",
        address=LISTEN,
        port=PORT,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        http1_settings=HTTP1Settings(header_read_timeout=10_000),
        log_level=LogLevels.warning,
        log_dictconfig=log_configuration(),
    ).serve()


if __name__ == "__main__":
    main()
