"""What the surroundings say about a site: where it keeps its things, which database, which hosts."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from custrata.errors import SettingError
from custrata.web.site.turns import Writer

SITE = "CUSTRATA_SITE"
DATABASE = "CUSTRATA_DATABASE"
SECRET_KEY = "CUSTRATA_SECRET_KEY"
HOSTS = "CUSTRATA_HOSTS"
HTTPS = "CUSTRATA_HTTPS"
PROXIES = "CUSTRATA_PROXIES"
MAIL = "CUSTRATA_MAIL"
SENDER = "CUSTRATA_MAIL_FROM"
IDLE = "CUSTRATA_IDLE_HOURS"

_HERE = "site"
_LONGEST_HOURS = 336
"""Two weeks: by then each session has ended anyway."""
_THIS_MACHINE = ("127.0.0.1", "::1")
_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True)
class Mail:
    """How mail leaves.

    Attributes:
        host: The mail server; empty where mail is printed instead.
        port: Its port.
        user: Who logs in there; empty for nobody.
        password: With what.
        tls: Whether the connection is encrypted from its first byte.
        starttls: Whether it is encrypted before anybody logs in.
        sender: What stands as the sender.
    """

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    tls: bool = False
    starttls: bool = False
    sender: str = "Custrata <custrata@localhost>"


@dataclass(frozen=True)
class Environment:
    """The surroundings of one site.

    Attributes:
        folder: Where database, secret and workspaces lie.
        database: Address of the database; empty for SQLite in the folder.
        secret_key: Signs cookies and links; empty makes one and keeps it in the folder.
        hosts: Names under which the site may be asked for.
        https: Whether the site stands behind TLS, so that cookies never travel in the clear.
        mail: How mail leaves.
        proxies: Addresses or networks of proxies, whose word for who asks is believed.
        idle_hours: After how long without use a session ends, 1 to 336.
    """

    folder: Path
    database: str = ""
    secret_key: str = ""
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    https: bool = False
    mail: Mail = Mail()
    proxies: tuple[str, ...] = ()
    idle_hours: int = 72

    @property
    def secret(self) -> str:
        """The secret key; made once, readable by the owner alone."""
        return self.secret_key or _kept(self.folder / "secret_key")

    @property
    def databases(self) -> dict[str, dict[str, Any]]:
        """The setting ``DATABASES``.

        Raises:
            SettingError: The address names neither SQLite nor PostgreSQL.
        """
        return {"default": _database(self.database, self.folder / "site.sqlite3")}


def environment() -> Environment:
    """The surroundings as the environment variables give them."""
    https = os.environ.get(HTTPS, "").lower() in ("1", "true", "yes")
    given = Environment(
        folder=Path(os.environ.get(SITE) or Path.cwd() / ".custrata" / _HERE),
        database=os.environ.get(DATABASE, ""),
        secret_key=os.environ.get(SECRET_KEY, ""),
        https=https,
        # TLS means a proxy; it stands on this machine unless told otherwise.
        proxies=_listed(PROXIES) or (_THIS_MACHINE if https else ()),
        mail=_mail(os.environ.get(MAIL, ""), os.environ.get(SENDER, "")),
        idle_hours=_hours(os.environ.get(IDLE, "")),
    )
    named = _listed(HOSTS)
    return given if not named else Environment(**{**given.__dict__, "hosts": named})


def _hours(said: str) -> int:
    if not said:
        return Environment.idle_hours
    if not said.isascii() or not said.isdigit() or not 1 <= int(said) <= _LONGEST_HOURS:
        raise SettingError(
            f"{said} is no number of hours after which a session ends",
            where=IDLE,
            remedy=f"write a whole number from 1 to {_LONGEST_HOURS}",
        )
    return int(said)


def _listed(name: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in os.environ.get(name, "").split(",") if one.strip())


def _mail(address: str, sender: str) -> Mail:
    from_whom = sender or Mail.sender
    if not address:
        return Mail(sender=from_whom)
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise SettingError(
            "no mail server is reached like this",
            where=MAIL,
            remedy="write smtp+tls://user:password@mail.example:587, smtps://… or smtp://…",
        )
    return Mail(
        parts.hostname,
        parts.port or _PORTS[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        tls=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp+tls",
        sender=from_whom,
    )


def _kept(file: Path) -> str:
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            # Made in one step with its rights: nobody else reads it in between, and two starts share one.
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return file.read_text(encoding="utf-8").strip()
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(secrets.token_urlsafe(60))
    return file.read_text(encoding="utf-8").strip()


def _database(address: str, file: Path) -> dict[str, Any]:
    parts = urlsplit(address)
    if parts.scheme in ("", "sqlite"):
        return _sqlite(Path(unquote(parts.path)) if parts.path else file)
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")) or "custrata",
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "OPTIONS": dict(parse_qsl(parts.query)),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise SettingError(
        f"no database is reached by {parts.scheme}://",
        where=DATABASE,
        remedy="write postgresql://user:password@host/name, or leave it empty for SQLite",
    )


def _sqlite(file: Path) -> dict[str, Any]:
    file.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            # Writers queue up at the start of their transaction instead of failing in its middle.
            "transaction_mode": "IMMEDIATE",
            "factory": Writer,
            "timeout": 30,
            # What was acknowledged survives a power cut: FULL, not the usual NORMAL.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
        # Tests in several threads need a file; in memory each thread would see its own.
        "TEST": {"NAME": None},
    }
