"""Who really asks, behind a proxy: its word counts, anybody else's does not."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class ProxyMiddleware:
    """Puts the address of who asked where everything that counts by address looks for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.trusted = networks(settings.PROXIES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through, with its true address."""
        peer, claimed = request.META.get("REMOTE_ADDR", ""), request.META.get("HTTP_X_FORWARDED_FOR", "")
        if claimed:
            request.META["REMOTE_ADDR"] = who_asks(peer, claimed, self.trusted)
        return self.get_response(request)


def networks(given: Iterable[str]) -> tuple[Network, ...]:
    """The networks that addresses such as ``127.0.0.1`` and ``172.16.0.0/12`` name.

    Raises:
        ImproperlyConfigured: One of them is none.
    """
    try:
        return tuple(ipaddress.ip_network(one, strict=False) for one in given)
    except ValueError as error:
        raise ImproperlyConfigured(f"CUSTRATA_PROXIES: {error}; write 127.0.0.1 or 172.16.0.0/12") from error


def who_asks(peer: str, claimed: str, trusted: tuple[Network, ...]) -> str:
    """The address of who asked: the last one that no proxy of ours has.

    Args:
        peer: Who opened the connection.
        claimed: The header ``X-Forwarded-For``; its end was written by the proxy, the rest by anybody.
        trusted: Our proxies.

    Example:
        >>> who_asks("127.0.0.1", "6.6.6.6, 203.0.113.9", networks(["127.0.0.1"]))
        '203.0.113.9'
        >>> who_asks("198.51.100.7", "6.6.6.6", networks(["127.0.0.1"]))
        '198.51.100.7'
    """
    found = peer
    for hop in reversed(claimed.split(",")):
        if not _is_ours(found, trusted):
            break
        try:
            found = str(ipaddress.ip_address(hop.strip()))
        except ValueError:  # the proxy before it wrote an address; this was typed by somebody
            break
    return found


def _is_ours(address: str, trusted: tuple[Network, ...]) -> bool:
    try:
        return any(ipaddress.ip_address(address) in network for network in trusted)
    except ValueError:
        return False
