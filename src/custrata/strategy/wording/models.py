"""What models and naive rules are called for people."""

from __future__ import annotations

from collections.abc import Iterable

MODELS = {
    "nbd": "NBD",
    "bg_nbd": "BG/NBD",
    "mbg_nbd": "MBG/NBD",
    "pareto_nbd": "Pareto/NBD",
    "bg_bb": "BG/BB",
    "sbg": "shifted beta-geometric",
    "bdw": "beta-discrete-Weibull",
    "gamma_gamma": "gamma-gamma",
    "zero": "nobody orders again",
    "mean": "everybody orders at the mean rate",
    "own_past_rate": "everybody orders at the own past rate",
    "last_period": "everybody orders as often as in the last period",
}
"""Names of those whose id is no words."""

MARKS = ("deviance", "mae", "rmse", "correlation", "total_error", "gain")
"""Marks of the exam in the order in which they are read."""

NAIVE = ("zero", "mean", "own_past_rate", "last_period")
"""Rules that no model was needed for."""


def model_name(candidate: str) -> str:
    """What a model or a naive rule is called for people.

    Example:
        >>> model_name("pareto_nbd"), model_name("some_rule")
        ('Pareto/NBD', 'some rule')
    """
    return MODELS.get(candidate, candidate.replace("_", " "))


def mark_place(mark: str) -> tuple[int, str]:
    """Where a mark stands among the others; unknown ones last, by name."""
    return (MARKS.index(mark) if mark in MARKS else len(MARKS), mark)


def named_first(sentences: Iterable[str], candidates: Iterable[str]) -> str:
    """The candidate that is named first in these sentences; empty when none is.

    Args:
        sentences: Sentences that name candidates as people call them.
        candidates: Their ids.

    Example:
        >>> named_first(["MBG/NBD is published."], ["bg_nbd", "mbg_nbd"])
        'mbg_nbd'
    """
    said = " ".join(sentences).lower()
    found = [(at, -len(n), n) for n in candidates if (at := said.find(model_name(n).lower())) >= 0]
    return min(found, default=(0, 0, ""))[2]


def cannot_doubt(method: str) -> bool:
    """Whether a figure stands on BG/NBD, by which whoever bought once has surely not stopped.

    Args:
        method: How a reading was made; it names its model.

    Example:
        >>> cannot_doubt("BG/NBD, gamma-gamma; margin"), cannot_doubt("MBG/NBD, gamma-gamma; margin")
        (True, False)
    """
    return "BG/NBD" in method.replace("MBG/NBD", "")
