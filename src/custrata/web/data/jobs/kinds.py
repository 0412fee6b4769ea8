"""Which work the background knows: each app brings its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module, util
from typing import Any

from django.apps import apps

Act = Callable[..., dict[str, Any]]
"""Does the work; gets the run, then the arguments of the job, and returns plain values."""

HOME = "background"
"""Module of an app in which its work stands."""


@dataclass(frozen=True)
class Kind:
    """One kind of work.

    Attributes:
        name: What a job calls it.
        title: What people read.
        stages: Names of its stages in order, for who watches; empty where it has none.
        alone: Whether a workspace has only one at a time; a second start gives the one that is there.
        settled: The stage in which it is too late to stop; empty where every stage can be stopped.
        act: Does it.
    """

    name: str
    title: str
    stages: tuple[str, ...]
    alone: bool
    settled: str
    act: Act


_kinds: dict[str, Kind] = {}


def kind(
    name: str, *, title: str = "", stages: tuple[str, ...] = (), alone: bool = False, settled: str = ""
) -> Callable[[Act], Act]:
    """Make a function the work of a kind; it stands in the module ``background`` of an app.

    Args:
        name: What a job calls it.
        title: What people read; empty takes the name.
        stages: Its stages in order.
        alone: Whether a workspace has only one at a time.
        settled: The stage in which it is too late to stop: what was asked for stands already.
    """

    def decorate(act: Act) -> Act:
        _kinds[name] = Kind(name, title or name.capitalize(), stages, alone, settled, act)
        return act

    return decorate


def kind_of(name: str) -> Kind:
    """The kind of that name.

    Raises:
        KeyError: There is none.
    """
    if name not in _kinds:
        let_apps_bring_theirs()
    return _kinds[name]


def let_apps_bring_theirs() -> None:
    """Let every app bring its work."""
    for config in apps.get_app_configs():
        if config.name.startswith("custrata.") and util.find_spec(f"{config.name}.{HOME}"):
            import_module(f"{config.name}.{HOME}")
