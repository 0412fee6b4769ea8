"""The rail: the rooms of a workspace in their order, each under its key."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Room:
    """One entry of the rail.

    Attributes:
        key: What pages call it when they say where they are; also the name of its address.
        title: What people read.
        icon: Its sign.
        letter: The key after ``g`` that goes there; empty for none.
    """

    key: str
    title: str
    icon: str
    letter: str = ""


RAIL: tuple[tuple[str, tuple[Room, ...]], ...] = (
    ("", (Room("home", "Home", "home", "h"),)),
    (
        "Strategy",
        (
            Room("canvas", "Canvas", "grid", "c"),
            Room("goals", "Goals", "target", "g"),
            Room("experiments", "Experiments", "flask", "e"),
            Room("pitfalls", "Pitfalls", "warn", "p"),
            Room("maturity", "Maturity", "star", "m"),
        ),
    ),
    (
        "Customers",
        (
            Room("portfolio", "Portfolio", "whale", "o"),
            Room("segments", "Segments", "seg", "s"),
            Room("lifecycle", "Lifecycle", "way", "l"),
            Room("customers", "Customers", "people", "u"),
        ),
    ),
    (
        "Understanding",
        (
            Room("intelligence", "Why and what next", "bulb", "w"),
            Room("voice", "Voice", "voice", "v"),
            Room("boards", "Team boards", "board", "b"),
        ),
    ),
    (
        "Rhythm",
        (Room("scorecard", "Scorecard", "score", "k"), Room("reviews", "Reviews", "cal", "r")),
    ),
    (
        "Workspace",
        (
            Room("data", "Data", "db", "d"),
            Room("deliver", "Deliver", "send", "x"),
            Room("settings", "Settings", "gear", "t"),
        ),
    ),
)
"""Groups with their rooms."""


@dataclass(frozen=True)
class Entry:
    """A room as a page shows it."""

    room: Room
    href: str
    here: bool
    count: int = 0
    hot: bool = False


def rail(slug: str, here: str, counts: dict[str, tuple[int, bool]]) -> list[tuple[str, list[Entry]]]:
    """The rail of a workspace.

    Args:
        slug: The workspace's part of the address.
        here: Key of the room in which the page is.
        counts: Numbers beside rooms by key, and whether they are of something broken.
    """

    def entry(room: Room) -> Entry:
        return Entry(
            room, reverse(room.key, args=[slug]), room.key == here, *counts.get(room.key, (0, False))
        )

    return [(title, [entry(room) for room in rooms]) for title, rooms in RAIL]


_TABS = (
    ("home", ("home",)),
    ("canvas", ("canvas", "goals", "experiments", "pitfalls", "maturity")),
    ("portfolio", ("portfolio", "segments", "lifecycle", "customers")),
    ("reviews", ("reviews", "scorecard")),
)
_TAB_TITLES = {"canvas": "Strategy", "portfolio": "Customers"}


@dataclass(frozen=True)
class Tab:
    """One of the tabs at the thumb: a room that stands for its group."""

    title: str
    icon: str
    href: str
    here: bool


def tabs(groups: list[tuple[str, list[Entry]]]) -> list[Tab]:
    """The tabs of a narrow screen; all other rooms lie under More, which the page adds.

    Args:
        groups: The rail.
    """
    entries = {entry.room.key: entry for _, group in groups for entry in group}
    return [
        Tab(
            _TAB_TITLES.get(key, entries[key].room.title),
            entries[key].room.icon if key != "portfolio" else "people",
            entries[key].href,
            any(entries[room].here for room in rooms if room in entries),
        )
        for key, rooms in _TABS
        if key in entries
    ]
