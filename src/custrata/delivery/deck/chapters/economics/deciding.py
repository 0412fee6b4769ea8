"""Which of its reasons decides what is meant for a group: loss, leaving, size, or what lies ahead."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.statement import Claim, Statement
from custrata.vocabulary import Intent

MUCH_MORE = 1.25
"""Times the figure of all customers from which a group stands out."""

MUCH_LESS = 0.75
"""The same downwards."""

Told = Callable[[Sequence[float]], bool]


def _loses(values: Sequence[float]) -> bool:
    return min(values) < 0


def _more(values: Sequence[float]) -> bool:
    return len(values) > 1 and values[0] >= MUCH_MORE * values[1]


def _less(values: Sequence[float]) -> bool:
    return len(values) > 1 and values[0] <= MUCH_LESS * values[1]


def _always(values: Sequence[float]) -> bool:
    return True


_CHANGED: tuple[tuple[str, Told], ...] = (
    ("group_contribution", _loses),
    ("group_margin", _loses),
    ("group_leaving", _more),
    ("group_serving", _more),
    ("group_worth", _less),
)
_ORDER: dict[Intent, tuple[tuple[str, Told], ...]] = {
    Intent.GROW: (
        ("group_leaving", _less),
        ("group_worth", _more),
        ("group_ahead", _always),
        ("group_exchange", _always),
    ),
    Intent.MAINTAIN: (("group_worth", _more), ("group_leaving", _less), ("group_worth", _always)),
    Intent.RE_ENGINEER: _CHANGED,
    Intent.RETIRE: _CHANGED,
}


def deciding(intent: GroupIntent) -> Statement | None:
    """The reason that speaks for this intent rather than another; the first one where none stands out.

    Args:
        intent: What is meant for the group, with its reasons.
    """
    claims = [r for r in intent.reason if isinstance(r, Claim) and r.figures]
    for topic, told in _ORDER[intent.intent]:
        for claim in claims:
            if claim.topic == topic and told([f.value or 0.0 for f in claim.figures]):
                return claim
    return intent.reason[0] if intent.reason else None
