"""Sessions in the database under the hash of their key: who reads the table comes in as nobody."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone

MARK = "~"
"""Begins what is stored. No key begins so, and no cookie that does is taken."""
_LONG = 40


def stored(key: str) -> str:
    """What the database keeps of a key; what it keeps already stays.

    Args:
        key: Of a session.

    Example:
        >>> stored(stored("a key of a session")) == stored("a key of a session") != "a key of a session"
        True
    """
    return key if key.startswith(MARK) else MARK + hashlib.sha256(key.encode()).hexdigest()[: _LONG - 1]


class SessionStore(db.SessionStore):
    """A session by its key, or by what is stored of it."""

    @property
    def key_salt(self) -> str:
        """What is kept is sealed alike, whichever of our classes keeps it."""
        return "custrata.sessions"

    def _get_session_from_db(self) -> Any:
        found = None
        if key := self._session_key:
            rows = self.get_model_class().objects.filter(
                session_key=stored(key), expire_date__gt=timezone.now()
            )
            found = rows.first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        """Whether there is a session of a key."""
        return bool(super().exists(stored(session_key)))

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """The row that is kept."""
        made = super().create_model_instance(data)
        made.session_key = stored(str(self._session_key))
        return made

    def delete(self, session_key: str | None = None) -> None:
        """Take a session out; this one, if none is named."""
        key = session_key or self._session_key
        if key:
            super().delete(stored(key))


class Stored(str):
    """What is stored of a key; in this process it still leads back to the key, and nowhere else."""

    secret: str = ""


class CookieSession(SessionStore):
    """The session of a browser: whoever asks for its key is told what is stored, never the key itself."""

    def __init__(self, session_key: str | None = None) -> None:
        # Single sign-on opens a session anew by what it was told of the key; the browser must keep its own.
        super().__init__(session_key.secret if isinstance(session_key, Stored) else session_key)

    @property
    def secret(self) -> str:
        """The key, for the browser's cookie."""
        return str(self._session_key)

    @property
    def session_key(self) -> str | None:
        """What is stored of the key; None before there is one."""
        if not self._session_key:
            return None
        told = Stored(stored(self._session_key))
        told.secret = self._session_key
        return told
