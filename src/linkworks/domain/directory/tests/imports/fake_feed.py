"""A feed on this machine that behaves as it is told to."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answer = tuple[int, Any]


@dataclass
class Stream:
    """An answer sent piece by piece, that says beforehand how long it will be. `sent` is how much of it went out."""

    pieces: Iterable[bytes]
    promised: int
    sent: int = 0


@contextmanager
def serving(answer: Callable[[str, dict[str, str]], Answer]) -> Iterator[str]:
    """`answer` takes path and parameters, and gives a status and what to send: bytes as they are, all else as JSON."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            status, sent = answer(parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()})
            self.send_response(status)
            if isinstance(sent, Stream):
                self.send_stream(sent)
                return
            self.end_headers()
            self.wfile.write(sent if isinstance(sent, bytes) else json.dumps(sent).encode())

        def send_stream(self, stream: Stream) -> None:
            self.send_header("Content-Length", str(stream.promised))
            self.end_headers()
            try:
                for piece in stream.pieces:
                    self.wfile.write(piece)
                    stream.sent += len(piece)
            except OSError:  # whoever asked has heard enough
                pass

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
