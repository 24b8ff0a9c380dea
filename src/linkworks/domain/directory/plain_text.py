"""Feeds write HTML, half of it by accident. What is read and searched is plain text; the record keeps what came."""

import re
from html import unescape
from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg"})
_PARAGRAPHS = frozenset({"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "blockquote"})
_LINES = frozenset({"br", "li", "tr", "dt", "dd"})
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff]")
_MARKUP = re.compile(r"<[a-zA-Z/!?]|&[a-zA-Z#]")
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_LINES = re.compile(r" ?\n ?")
_BLANK_LINES = re.compile(r"\n{3,}")


def plain_text(value: str) -> str:
    """The words of a text that may be HTML. Links keep their address, list items stand on lines of their own."""
    if _MARKUP.search(value):
        value = _without_markup(value)
    value = value.strip()
    return value if value.isprintable() and "  " not in value else _tidy(value)


def _without_markup(value: str) -> str:
    reader = _Reader()
    reader.feed(value)
    reader.close()
    return "".join(reader.words)


def _tidy(value: str) -> str:
    value = _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    return _BLANK_LINES.sub("\n\n", _AROUND_LINES.sub("\n", _SPACES.sub(" ", value))).strip()


class _Reader(HTMLParser):
    """Collects what a browser would show. It never fails: what it cannot read as a tag it leaves out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0
        self._address = ""
        self._linked_from = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "a":
            self._address = _web_address(dict(attrs).get("href") or "")
            self._linked_from = len(self.words)
        else:
            self._break(tag)
            if tag == "li":
                self.words.append("• ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "a":
            self._end_link()
        elif tag in _PARAGRAPHS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            # Entities are sometimes written twice: “&amp;amp;”, “&amp;nbsp;”.
            self.words.append(unescape(re.sub(r"\s+", " ", data)))

    def _break(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.words.append("\n\n")
        elif tag in _LINES:
            self.words.append("\n")

    def _end_link(self) -> None:
        said = "".join(self.words[self._linked_from :])
        if self._address and self._address.removeprefix("mailto:").removeprefix("tel:") not in said:
            self.words.append(f" ({self._address})")
        self._address = ""


def _web_address(href: str) -> str:
    """Only addresses that a reader can use: no scripts, no data, nothing relative to a page they are not on."""
    return href.strip() if href.strip().lower().startswith(("http://", "https://", "mailto:", "tel:")) else ""
