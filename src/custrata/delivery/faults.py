"""What the check calls an error in a strategy that is about to go out: how many, where, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from custrata.delivery.deliverable import Given
from custrata.strategy.lint.finding import Severity

MOST_NAMED = 5
"""Errors that are named one by one before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of the check.

    Attributes:
        claim: Id of the claim that it stands in; empty where it is no claim's.
        code: Code of the finding.
        place: Path in the document.
        message: What is wrong, in one sentence.
        mend: What to do about it.
    """

    claim: str
    code: str
    place: str
    message: str
    mend: str


def faults(given: Given) -> tuple[Fault, ...]:
    """The errors that the check finds in what is to be delivered, in its order; warnings are none.

    Args:
        given: What the deliverable is made of.
    """
    claims = {e.path: e.claim_id for e in given.evidence}
    errors = (f for f in given.findings if f.severity is Severity.ERROR)
    return tuple(Fault(_claim_at(f.place, claims), f.code, f.place, f.message, f.mend) for f in errors)


def warning(found: Sequence[Fault]) -> str:
    """How many errors go out, as a sentence; empty where there is none.

    Args:
        found: The errors.

    Example:
        >>> warning([Fault("E04", "EV101", "groups[gold].buys[E04]", "E04 is contradicted: …", "Change it.")])
        'The check calls 1 claim an error (E04): it is delivered with a mark'
    """
    if not found:
        return ""
    claims = tuple(dict.fromkeys(f.claim for f in found if f.claim))
    others = sum(1 for f in found if not f.claim)
    parts = [f"{len(claims)} claim{'' if len(claims) == 1 else 's'} an error ({_listed(claims)})"]
    if not claims:
        parts = []
    if others:
        parts.append(f"{others} place{'' if others == 1 else 's'} outside claims an error")
    marked = "" if not claims else ": it is delivered with a mark" if len(claims) == 1 else ""
    marked = ": they are delivered with a mark" if len(claims) > 1 else marked
    return f"The check calls {' and '.join(parts)}{marked}"


def told(found: Sequence[Fault]) -> tuple[str, ...]:
    """The warning with a line an error: code, place and reason, the first five by name.

    Args:
        found: The errors.
    """
    if not found:
        return ()
    lines = [f"{f.code} {f.place}: {f.message}" for f in found[:MOST_NAMED]]
    rest = len(found) - MOST_NAMED
    more = [f"and {rest} more: custrata check lists them"] if rest > 0 else []
    return (f"{warning(found)}.", *lines, *more)


def _claim_at(place: str, claims: dict[str, str]) -> str:
    """The claim at a place, or the one around it."""
    around = [path for path in claims if place == path or place.startswith((f"{path}.", f"{path}["))]
    return claims[max(around, key=len)] if around else ""


def _listed(claims: Sequence[str]) -> str:
    rest = len(claims) - MOST_NAMED
    return ", ".join(claims[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
