"""Secrets that must be read again are kept encrypted under the secret key of the site."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from custrata.errors import SettingError


def seal(secret: str) -> str:
    """A secret as it may be kept in a database.

    Args:
        secret: What nobody must read there.
    """
    return _box().encrypt(secret.encode("utf-8")).decode("ascii")


def unseal(sealed: str) -> str:
    """The secret again.

    Args:
        sealed: What ``seal`` gave.

    Raises:
        SettingError: It was sealed under another secret key, or changed.
    """
    try:
        return _box().decrypt(sealed.encode("ascii")).decode("utf-8")
    except (InvalidToken, UnicodeError) as error:
        raise SettingError(
            "a kept secret cannot be read",
            where="CUSTRATA_SECRET_KEY",
            remedy="start with the key under which it was kept, or set it again",
        ) from error


def _box() -> MultiFernet:
    # Older keys still open what they sealed; new secrets are sealed under the first.
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(key)) for key in keys])


def _key(secret_key: str | bytes) -> bytes:
    # Another purpose, another key: what signs cookies does not open secrets.
    raw = secret_key.encode("utf-8") if isinstance(secret_key, str) else secret_key
    return base64.urlsafe_b64encode(hashlib.sha256(b"custrata.sealed:" + raw).digest())
