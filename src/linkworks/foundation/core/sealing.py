"""Text that only this installation can read back, sealed with the keys of the settings.

`SEALING_KEYS` holds the newest key first: it seals, and every key opens. What is sealed for one purpose cannot be
opened for another.
"""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class CannotOpen(Exception):
    """The text was sealed with a key that is no longer among the settings, for another purpose, or was altered."""


def seal(text: str, purpose: str) -> str:
    return _box(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str) -> str:
    try:
        return _box(purpose).decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise CannotOpen from None


def _box(purpose: str) -> MultiFernet:
    return MultiFernet([Fernet(_derive(key, purpose)) for key in settings.SEALING_KEYS])


def _derive(key: str, purpose: str) -> bytes:
    derived = HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(key.encode())
    return urlsafe_b64encode(derived)
