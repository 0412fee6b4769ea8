"""What an address means: what is talked about or worked on, and the page on which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, reverse

from custrata.web.workspaces.typed import whole

LONGEST = 200

ADDRESS = re.compile(r"[A-Za-z][\w:.@\[\] -]*")
"""Blocks (``groups[gold]``), claims (``E04``), pages (``page:home``), findings (``pitfall:OW101@goals``)."""

STATEMENT = re.compile(r"[EPG]\d+")

KINDS = ("page", "pitfall", "measure", "team", "customer", "segment", "task", "comment", "build")
"""Words before the colon of an address that is no part of the strategy."""

PAGES = {
    "team": "board",
    "customer": "customer",
    "segment": "segment",
    "pitfall": "pitfall",
    "task": "task",
}
"""Kinds of things that have a page of their own, with its name."""

ROOMS: dict[str, str] = {
    "goals": "goals",
    "initiatives": "goals",
    "objectives": "goals",
    "outcomes": "goals",
    "experiments": "experiments",
    "assumptions": "experiments",
    "scorecard": "scorecard",
    "reviews": "reviews",
    "decisions": "reviews",
    "lifecycle": "lifecycle",
    "transitions": "lifecycle",
    "tiers": "portfolio",
    "maturity": "maturity",
    "pitfall": "pitfalls",
    "measure": "scorecard",
    "segment": "segments",
    "customer": "customers",
    "task": "tasks",
    "build": "data",
}
"""In which room the parts of a strategy and the other kinds of things stand; the canvas takes the rest."""


def checked(address: str) -> str:
    """An address as it was given, if it can be one.

    Args:
        address: As somebody sent it.

    Raises:
        ValidationError: It is none.
    """
    if len(address) > LONGEST or not ADDRESS.fullmatch(address):
        raise ValidationError("this is no address of anything in a workspace")
    return address


def place_of(address: str) -> tuple[str, str]:
    """The room in which an address stands, and the mark on its page.

    Example:
        >>> place_of("goals[stay]"), place_of("E04"), place_of("page:reviews")
        (('goals', 'goals-stay'), ('canvas', 'E04'), ('reviews', ''))
    """
    kind, colon, rest = address.partition(":")
    if colon and kind == "page":
        return rest, ""
    if colon and kind == "team":
        return "boards", ""
    if colon and kind in KINDS:
        return ROOMS.get(kind, "home"), mark_of(address)
    if STATEMENT.fullmatch(address):
        return "canvas", address
    chapter = re.split(r"[.\[]", address, maxsplit=1)[0]
    return ROOMS.get(chapter, "canvas"), mark_of(address)


def mark_of(address: str) -> str:
    """The id under which an address stands on its page.

    Example:
        >>> mark_of("groups[gold]"), mark_of("canvas.purpose.purpose")
        ('groups-gold', 'canvas-purpose-purpose')
    """
    return re.sub(r"[^A-Za-z0-9_]+", "-", address).strip("-")


def link_of(slug: str, address: str) -> str:
    """The page on which an address stands: its own, else that of its room, else the canvas or the home.

    Args:
        slug: The workspace's part of the address.
        address: What is looked for.
    """
    if address.startswith("decisions["):
        # A decision is recorded among the signatures; its own address only takes what was decided.
        mark = address.removeprefix("decisions[").partition("]")[0]
        return f"{_reverse('signing', slug)}#d-{mark}"
    own = next((found for name, part in _own(address) if (found := _reverse(name, slug, part))), "")
    if own:
        return own
    room, mark = place_of(address)
    found = _reverse(room, slug) or _reverse("canvas", slug) or _reverse("home", slug)
    return f"{found or '/'}{f'#{mark}' if mark else ''}"


def _own(address: str) -> Iterator[tuple[str, str | int]]:
    """Addresses by name that would be a page of its own for what is addressed, the nearest first."""
    kind, colon, rest = address.partition(":")
    if colon and kind in PAGES:
        part = rest.partition("@")[0]
        yield PAGES[kind], part if (number := whole(part)) is None else number
    elif STATEMENT.fullmatch(address) and address[0] == "E":
        yield "claim", address
    elif address.startswith("canvas.") and address.count(".") >= 2:
        yield "block", address.split(".")[2].partition("[")[0]
    elif not colon and not STATEMENT.fullmatch(address) and re.split(r"[.\[]", address)[0] not in ROOMS:
        yield "part", address


def words_of(address: str) -> str:
    """An address in words, for who reads it.

    Example:
        >>> words_of("E04"), words_of("page:home"), words_of("groups[gold]"), words_of("pitfall:OW101@goals")
        ('claim E04', 'the page home', 'groups, gold', 'finding OW101')
    """
    kind, colon, rest = address.partition(":")
    if colon and kind == "page":
        return f"the page {rest}"
    if colon and kind == "pitfall":
        return f"finding {rest.partition('@')[0]}"
    if colon and kind in KINDS:
        return f"{kind} {rest}".replace("_", " ")
    if STATEMENT.fullmatch(address):
        word = {"E": "claim", "P": "proposal", "G": "gap"}[address[0]]
        return f"{word} {address}"
    name = address.removeprefix("canvas.").split(".")[-1]
    return name.replace("[", ", ").replace("]", "").replace("_", " ")


def _reverse(name: str, *parts: str | int) -> str:
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""
