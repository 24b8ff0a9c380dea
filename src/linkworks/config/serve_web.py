"""The web process: Granian with our settings, our logs and no access log of its own (ours holds no addresses)."""

from granian import Granian
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from linkworks.config.logging import log_configuration
from linkworks.config.serve_settings import serve_settings


def main() -> None:
    settings = serve_settings()
    Granian(
        "linkworks.config.wsgi:application",
        address=settings.listen,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=settings.workers,
        blocking_threads=settings.threads,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        http1_settings=HTTP1Settings(header_read_timeout=10_000),
        log_level=LogLevels.warning,
        log_dictconfig=log_configuration(),
    ).serve()


if __name__ == "__main__":
    main()
