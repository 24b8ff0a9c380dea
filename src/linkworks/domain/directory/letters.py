"""Letters as word search reads them, in entries and in what is typed: “Café” is cafe."""

import unicodedata


def plain_letters(text: str) -> str:
    """In lower case and without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower())
    return unicodedata.normalize("NFC", "".join(one for one in apart if not unicodedata.combining(one)))
