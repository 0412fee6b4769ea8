"""Where a server can listen."""

from __future__ import annotations

import errno
import ipaddress
import socket
import time

from custrata.errors import SettingError

FIRST = 8000
"""The port that is tried where none is named."""
TRIED = 20
"""So many ports are tried, one after another."""


def free_port(host: str, wanted: int | None) -> int:
    """A port on which nobody listens.

    Args:
        host: Where to listen.
        wanted: The port that was asked for; None tries some one after another.

    Raises:
        SettingError: The port asked for is taken or not ours to use, or all of them are taken, or the machine
            has no such address.
    """
    candidates = [wanted] if wanted else range(FIRST, FIRST + TRIED)
    for port in candidates:
        if _is_free(host, port):
            return port
    what = f"port {wanted} is taken" if wanted else f"ports {FIRST} to {FIRST + TRIED - 1} are taken"
    raise SettingError(what, where=host, remedy="stop what listens there, or name another with --port")


def is_local(host: str) -> bool:
    """Whether only this machine reaches an address.

    Example:
        >>> is_local("127.0.0.1"), is_local("0.0.0.0")
        (True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def answers(host: str, port: int, seconds: float) -> bool:
    """Whether something listens there within some seconds.

    Args:
        host: Where; an address for all of them is asked on this machine.
        port: The port.
        seconds: How long to wait.
    """
    asked = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with socket.create_connection((asked, port), timeout=1):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def _is_free(host: str, port: int) -> bool:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    except OSError as error:
        raise SettingError(
            f"there is no such address here ({error.strerror})", where=host, remedy="use 127.0.0.1 or 0.0.0.0"
        ) from error
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As servers do: a connection that is just being closed does not count as taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise SettingError(
                    "this machine has no such address", where=host, remedy="use 127.0.0.1 or 0.0.0.0"
                ) from error
            if isinstance(error, PermissionError):
                raise SettingError(
                    f"port {port} is kept for the administrator of the machine",
                    where=host,
                    remedy="name one from 1024 on with --port, and put a proxy in front of it",
                ) from error
            return False
    return True
