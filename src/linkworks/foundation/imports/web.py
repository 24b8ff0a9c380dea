"""Fetching from an address that somebody gave us: patient with what is slow, firm with what is endless."""

import ipaddress
import socket
import time
from collections.abc import Callable, Mapping
from http.client import HTTPException, IncompleteRead
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.json_items import read_json

SECONDS = 60
MEGABYTE = 1 << 20
LARGEST_ANSWER = 32 * MEGABYTE
LARGEST_FEED = 1536 * MEGABYTE
TRIES = 3
WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504})


class NotThereError(Unreadable):
    """The address answers that there is no such thing, which some feeds may."""


class Web:
    """One feed's addresses. With `only_public`, none that leads into our own network is fetched."""

    def __init__(self, *, only_public: bool = True, pause: Callable[[float], None] = time.sleep) -> None:
        self.only_public = only_public
        self._pause = pause
        self._read = 0
        self._opener = build_opener(_CheckedRedirects(self._insist_on_public))

    def get_json(self, url: str, parameters: Mapping[str, Any] | None = None) -> Any:
        address = f"{url}?{urlencode(parameters)}" if parameters else url
        content = self._get(address)
        try:
            return read_json(content)
        except (ValueError, RecursionError) as error:
            raise Unreadable(f"{address} did not answer with JSON, or only with the beginning of it.") from error

    def _get(self, address: str) -> bytes:
        self._insist_on_public(address)
        for number in range(1, TRIES + 1):
            try:
                return self._fetch(address)
            except HTTPError as error:
                if error.code not in WORTH_ANOTHER_TRY or number == TRIES:
                    raise _refused(address, error.code) from error
            except (URLError, HTTPException, OSError) as error:
                if number == TRIES:
                    raise Unreadable(f"{address} could not be reached, or broke off: {_reason(error)}.") from error
            self._pause(2.0**number)
        raise AssertionError

    def _fetch(self, address: str) -> bytes:
        request = Request(address, headers={"Accept": "application/json", "User-Agent": "Linkworks"})  # noqa: S310
        with self._opener.open(request, timeout=SECONDS) as answer:
            content: bytes = answer.read(LARGEST_ANSWER + 1)
        self._read += len(content)
        if len(content) > LARGEST_ANSWER:
            raise Unreadable(f"{address} answers with more than {LARGEST_ANSWER // MEGABYTE} MB at once.")
        if self._read > LARGEST_FEED:
            raise Unreadable(f"The feed goes on for more than {LARGEST_FEED // MEGABYTE:,} MB; we stopped reading.")
        if answer.length:  # of what was promised, this much did not come
            raise IncompleteRead(content, answer.length)
        return content

    def _insist_on_public(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise Unreadable(f"{address} is no web address that can be fetched.")
        if self.only_public and not all(map(_is_public, _resolve(parts.hostname))):
            raise Unreadable(f"{parts.hostname} is inside our own network. Feeds are fetched from public addresses.")


class _CheckedRedirects(HTTPRedirectHandler):
    def __init__(self, check: Callable[[str], None]) -> None:
        self._check = check

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        self._check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _resolve(host: str) -> list[str]:
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(host, None)]
    except OSError as error:
        raise Unreadable(f"There is no {host}: check the address.") from error


def _is_public(address: str) -> bool:
    return ipaddress.ip_address(address.split("%", maxsplit=1)[0]).is_global


def _refused(address: str, code: int) -> Unreadable:
    if code in {404, 410}:
        return NotThereError(f"There is nothing at {address} (it answers {code}).")
    return Unreadable(f"{address} answers {code} instead of its records.")


def _reason(error: Exception) -> str:
    return str(getattr(error, "reason", "") or error or type(error).__name__)
