"""An audience from a finding: which customers it is about, as a rule and in words."""

from __future__ import annotations

from typing import Any

from custrata.vocabulary import Segment


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
