"""An audience from a finding: a saved segment where the builder is there, else a task to build it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from custrata.vocabulary import Segment
from custrata.web.workspaces.asking import Asking

SEGMENTS = "custrata.web.customers.segments"

Save = Callable[[Asking, str, Any], Any]


def saver() -> Save | None:
    """What saves an audience as a segment; None while the workspace has no builder of segments."""
    try:
        module = importlib.import_module(SEGMENTS)
    except ModuleNotFoundError:
        return None
    found = getattr(module, "save_audience", None)
    return found if callable(found) else None


def rule_of(segment: Segment) -> dict[str, Any]:
    """The rule of a part of the base: every dimension has its value.

    Args:
        segment: Pairs of dimension and value.

    Example:
        >>> rule_of((("tier", "gold"),))
        {'all': [{'column': 'tier', 'is': 'gold'}]}
    """
    return {"all": [{"column": dimension, "is": value} for dimension, value in segment]}


def said(segment: Segment) -> str:
    """A part of the base in words.

    Example:
        >>> said((("tier", "gold"), ("stage", "at risk")))
        'tier gold, stage at risk'
    """
    return ", ".join(f"{dimension.replace('_', ' ')} {value}" for dimension, value in segment)
