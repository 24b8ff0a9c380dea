"""How the server listens and how much it runs."""

from typing import NamedTuple

from linkworks.config.env import env


class ServeSettings(NamedTuple):
    listen: str
    port: int
    workers: int
    threads: int

    @property
    def reachable_at(self) -> str:
        """The address to ask whether it answers: one of this machine's own when it listens on all."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.listen, self.listen)  # noqa: S104  # nosec B104


def serve_settings() -> ServeSettings:
    return ServeSettings(
        listen=env.text("LINKWORKS_LISTEN", "The address the web process listens on.", default="127.0.0.1"),
        port=env.number("LINKWORKS_PORT", "The port the web process listens on.", default=8000, least=1, most=65535),
        workers=env.number(
            "LINKWORKS_WEB_WORKERS", "How many web workers: about one for each core.", default=2, least=1
        ),
        threads=env.number(
            "LINKWORKS_WEB_THREADS",
            "How many requests a web worker answers at once; each holds a connection.",
            default=4,
            least=1,
        ),
    )
