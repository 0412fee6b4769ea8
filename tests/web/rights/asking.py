"""Ask every address as everybody, and note how far each one comes; nothing behind the doors is done."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.web.rights.addresses import Address, addresses

from custrata.web.accounts import tokens
from custrata.web.frame import refusals

PEOPLE = (
    "anonymous",
    "stranger",
    "viewer",
    "commenter",
    "editor",
    "analyst",
    "persons",
    "admin",
    "token_read",
    "token_write",
    "link",
)
"""Columns of the file. A stranger is admin of another workspace, ``persons`` an analyst who may see persons;
both tokens are an admin's, with one scope each; ``link`` holds a share link and nothing else."""

_BROWSER = Client(raise_request_exception=False)
"""One for all, with the cookie of whoever asks: each new one would put the middleware together again."""

Answers = dict[tuple[str, str], dict[str, str]]


class Undone(Exception):
    """Takes back what a request did."""


class Passed:
    """Whether somebody came through the door."""

    def __init__(self) -> None:
        self.through = False

    def view(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Stands in for every page behind a door."""
        self.through = True
        return HttpResponse()


def observed(people: dict[str, dict[str, Any]], slug: str, link: str) -> Answers:
    """What everybody is answered everywhere.

    Args:
        people: How each one comes: ``session``, ``header``.
        slug: The workspace that is asked for.
        link: Token of a share link of it.
    """
    passed = Passed()
    found: Answers = {}
    with _doors_only(passed):
        for address in addresses():
            for method in address.methods:
                found[address.pattern, method] = {
                    name: _answer(
                        address, method, people.get(name, {}), passed, slug, link if name == "link" else "x"
                    )
                    for name in PEOPLE
                }
    return found


def _answer(address: Address, method: str, how: dict[str, Any], passed: Passed, slug: str, token: str) -> str:
    browser = _BROWSER
    browser.cookies.clear()
    if "session" in how:
        browser.cookies["sessionid"] = how["session"]
    passed.through = False
    answer = HttpResponse(status=500)
    with suppress(Undone), transaction.atomic():
        answer = browser.generic(
            method, address.example(slug, token), b"", "application/json", **how.get("header", {})
        )
        raise Undone
    if passed.through:
        return "in"
    if answer.status_code in (301, 302) and "/login/" in answer["Location"]:
        return "door"
    # What is wrong with a form is said by the room, to who has come through the door.
    return "in" if answer.status_code < 400 or answer.status_code == 422 else str(answer.status_code)


@contextmanager
def _doors_only(passed: Passed) -> Iterator[None]:
    """Behind every door of a workspace stands an empty room: doors are tried, pages are not drawn."""
    cells = {id(cell): cell for address in addresses() if (cell := _room(address.view)) is not None}
    kept = {key: cell.cell_contents for key, cell in cells.items()}
    with pytest.MonkeyPatch.context() as patched:
        _api_doors(patched, passed)
        patched.setattr(refusals, "refused", _unspoken)
        patched.setattr(logging.getLogger("django.request"), "disabled", True)
        for cell in cells.values():
            cell.cell_contents = passed.view
        try:
            yield
        finally:
            for key, cell in cells.items():
                cell.cell_contents = kept[key]


def _unspoken(request: Any, status: int, *said: str) -> HttpResponse:
    """A refusal without its page: drawing thousands of them takes most of the time."""
    return HttpResponse(status=status)


def _room(view: Any) -> Any:
    """The cell in which a view with ``@needs`` keeps what it guards."""
    while view is not None:
        code = getattr(view, "__code__", None)
        if code is not None and code.co_name == "guarded" and "right" in view.__dict__:
            return view.__closure__[code.co_freevars.index("view")]
        view = getattr(view, "__wrapped__", None)
    return None


def _api_doors(patched: pytest.MonkeyPatch, passed: Passed) -> None:
    from custrata.web.api import gate

    real = gate.let_in

    def let_in(*args: Any, **kwargs: Any) -> Any:
        real(*args, **kwargs)
        passed.through = True
        raise PermissionDenied("through the door, and no further")

    patched.setattr(gate, "let_in", let_in)


def coming(workspace: Any, other: Any, member: Any) -> dict[str, dict[str, Any]]:
    """People of every kind, with their ways of coming in.

    Args:
        workspace: The one that is asked for.
        other: The stranger's.
        member: Makes people.
    """
    made = {role: member(role) for role in ("viewer", "commenter", "editor", "analyst", "admin")}
    made["persons"] = member("analyst", persons=True)
    made["stranger"] = member("admin", persons=True, of=other)
    found: dict[str, dict[str, Any]] = {}
    for name, user in made.items():
        browser = Client()
        browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        found[name] = {"session": browser.cookies["sessionid"].value}
    for scope in ("read", "write"):
        raw = tokens.make(made["admin"], workspace, scope, {scope}, timezone.now() + timedelta(days=1))
        found[f"token_{scope}"] = {"header": {"HTTP_AUTHORIZATION": f"Bearer {raw}"}}
    return found
