"""Every address of the site, with an example of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

API = "api/v1/"
PAGE_METHODS = ("GET", "POST")
API_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")

_HEX = re.compile(r"\(\?P<\w+>\[0-9a-f\]\{(\d+)\}\)")
_GROUP = re.compile(r"\(\?P<(\w+)>(?:[^()\[]|\[[^\]]*\])*\)")
_CONVERTED = re.compile(r"<(?:(\w+):)?(\w+)>")


@dataclass(frozen=True)
class Address:
    """A pattern of the URL resolver.

    Attributes:
        pattern: As it is written; the key in the file of expected answers.
        view: What answers.
    """

    pattern: str
    view: Any

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods that are tried."""
        return API_METHODS if self.pattern.startswith(API) else PAGE_METHODS

    def example(self, slug: str, token: str) -> str:
        """An address that fits the pattern.

        Args:
            slug: The workspace.
            token: What stands where a secret is asked for.
        """
        plain = _HEX.sub(lambda m: "0" * int(m.group(1)), self.pattern)
        plain = _GROUP.sub("x", plain).replace("^.*$", "nothing").replace("\\.", ".")
        named = {"slug": slug, "token": token}
        path = _CONVERTED.sub(lambda m: named.get(m.group(2), "1" if m.group(1) == "int" else "x"), plain)
        return "/" + path.replace("^", "").replace("$", "")


def addresses() -> list[Address]:
    """Every address once, in the order of the resolver."""
    found: dict[str, Address] = {}
    for address in _walk(get_resolver(), ""):
        found.setdefault(address.pattern, address)
    return list(found.values())


def _walk(resolver: URLResolver, before: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(path, pattern.callback)
        else:
            yield from _walk(pattern, path)
