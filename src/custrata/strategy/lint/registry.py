"""Which pitfalls there are: one a module, found by the names of the files."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from custrata.strategy import pitfalls

if TYPE_CHECKING:  # Pitfalls import findings of this package: at run time that would be a circle.
    from custrata.strategy.pitfalls.pitfall import Pitfall

_FILE = re.compile(r"([a-z]{2}[0-9]{3})_([a-z0-9_]+)")


@functools.cache
def all_pitfalls() -> tuple[Pitfall, ...]:
    """Every pitfall, by code; their modules are read at the first call.

    Raises:
        ValueError: A file's name does not say what is in it, or a code stands in two files.
    """
    names = sorted(found.name for found in pkgutil.iter_modules(pitfalls.__path__))
    known = tuple(_pitfall(name) for name in names if _FILE.fullmatch(name))
    one_file_a_code(known)
    return known


def pitfall_of(code: str) -> Pitfall | None:
    """The pitfall of this code, or None."""
    return next((pitfall for pitfall in all_pitfalls() if pitfall.code == code), None)


def _pitfall(name: str) -> Pitfall:
    pitfall: Pitfall = importlib.import_module(f"{pitfalls.__name__}.{name}").PITFALL
    said_in_the_name(name, pitfall)
    return pitfall


def said_in_the_name(name: str, pitfall: Pitfall) -> None:
    """Refuse a file whose name says something else than its pitfall.

    Args:
        name: Name of the module, such as ``go101_too_many_goals``.
        pitfall: What it holds.
    """
    if name != f"{pitfall.code.lower()}_{pitfall.slug}":
        raise ValueError(f"{name}.py holds the pitfall {pitfall.code} {pitfall.slug}")


def one_file_a_code(known: Iterable[Pitfall]) -> None:
    """Refuse two pitfalls of one code."""
    codes = [pitfall.code for pitfall in known]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"codes of two pitfalls: {', '.join(twice)}")
