"""What comes over the wire when a page is opened for the first time: the page, its styles, scripts, icons and fonts."""

import http.client
import re
from collections.abc import Iterable
from urllib.parse import urljoin

import brotli

from bench.support.visits import Visit, Visitor

PROXY_QUALITY = 5
LINKED = re.compile(r"""<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)\"""")
IN_STYLES = re.compile(r"""url\(["']?(?!data:)([^"')]+)""")


def weigh(port: int, visitor: Visitor) -> int:
    """Bytes of the heaviest of these visits. What a page names is counted whether or not a browser would show it."""
    return max(_weigh_one(port, visit, visitor.session) for visit in visitor.visits)


def _weigh_one(port: int, visit: Visit, session: str) -> int:
    page, on_wire = _fetch(port, visit, session)
    assets = {urljoin(visit.path, found) for found in LINKED.findall(page)}
    return on_wire + _weigh_assets(port, assets, session)


def _weigh_assets(port: int, addresses: Iterable[str], session: str) -> int:
    total = 0
    for address in addresses:
        text, on_wire = _fetch(port, Visit(address), session)
        total += on_wire
        if address.endswith(".css"):
            total += _weigh_assets(port, {urljoin(address, found) for found in IN_STYLES.findall(text)}, session)
    return total


def _fetch(port: int, visit: Visit, session: str) -> tuple[str, int]:
    """The text, and how many bytes it takes with Brotli, which the proxy sees to where our server does not."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(visit.method, visit.path, visit.body or None, visit.headers(session))
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{visit.path} answered {answer.status}.")
    if answer.headers.get("Content-Encoding") == "br":
        return brotli.decompress(body).decode(), len(body)
    return body.decode(), len(brotli.compress(body, quality=PROXY_QUALITY))
