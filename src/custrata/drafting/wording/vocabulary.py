"""Which words a wording brings in that the statement does not hold, and which it leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from custrata.drafting.wording.clauses import opened, tokens
from custrata.drafting.wording.comparing import true_comparisons
from custrata.drafting.wording.lexicon import (
    AMOUNT,
    DEED,
    REVERSAL,
    THING,
    TIME,
    family,
    meaning,
    meanings,
    table,
)
from custrata.strategy.parts.statement import Claim, Proposal

_OF_CUSTOMERS = frozenset({"tier", "stage", "rfm_segment"})
"""Dimensions whose values are kinds of customers."""

_PAST = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )\b(?:brought|earned|held|generated|contributed|represented|came from)\b",
    re.IGNORECASE,
)
"""What brings is told as past; behind a form of *be* it is no past."""

_NAMED = re.compile(r"«[a-z0-9_]+»")
_PRESENT = re.compile(r"\b(?:brings?|earns?|holds?|generates?)\b", re.IGNORECASE)
_PASTS = re.compile(
    rf"{_PAST.pattern}|\b(?:has|have|had|was|were|did|came|took|made|bought|won|sold|left|placed)\b"
    r"|\b(?:latest|before|so far)\b",
    re.IGNORECASE,
)

_TO_WHOM = re.compile(r"\b(to|by|for|from|without) (them|us|it|her|him|me|you|whom)\b", re.IGNORECASE)


def vocabulary(statement: Claim | Proposal, was: str, now: str) -> Iterator[str]:
    """What a wording brings in or leaves out.

    Args:
        statement: The statement.
        was: Its text, names masked.
        now: The wording, numbers bound.
    """
    held, given = _said(was), _said(now)
    supported = held.keys() | _from_readings(statement) | true_comparisons(statement.figures, now)
    for said, word in given.items():
        if said not in supported:
            yield f"a {table(said)} that the statement does not hold: {word}"
    free = family("droppable").keys() | family("free").keys()
    for said, word in held.items():
        if said not in given and word not in free:
            yield f"it leaves out {word}"
    if fewer := [said for said, n in (_repeated(was) - _repeated(now)).items() if said in given]:
        yield f"it says {', '.join(fewer)} less often"
    twice = _repeated(now) - _repeated(was)
    if more := [said for said in twice if said in held and said not in set(family(DEED).values())]:
        yield f"it says {', '.join(more)} once too often"
    if _counted(was) != _counted(now):
        yield "it says an amount or a not more or less often than the statement"
    if _tense_turned(*(_NAMED.sub("«»", opened(text)) for text in (was, now))):
        yield "it tells as past what is not, or the other way round"
    if strange := set(_pairs(now)) - set(_pairs(was)):
        yield f"it turns what is done to whom: {', '.join(sorted(strange))}"


def _said(text: str) -> dict[str, str]:
    """What the words of a sentence say, without the names of its figures: meaning → the word that says it."""
    said = (t.said for t in tokens(text) if t.kind == "word" and t.said not in family("free"))
    return {meaning(word): word for word in said}


def _from_readings(statement: Claim | Proposal) -> set[str]:
    """Things that the figures' own readings name: what is measured, what is counted, whose tier it is."""
    said = [figure.unit for figure in statement.figures]
    for key in (key for figure in statement.figures for key in figure.keys):
        said += [
            key.measure.replace("_", " "),
            *("customers" for name, _ in key.segment if name in _OF_CUSTOMERS),
        ]
    return set(family(THING).values()) & meanings(" ".join(said)).keys()


def _counted(text: str) -> Counter[str]:
    """How often each amount and each reversal is said."""
    kinds = family(AMOUNT).keys() | family(REVERSAL).keys()
    return Counter(meaning(t.said) for t in tokens(text) if t.kind == "word" and t.said in kinds)


def _repeated(text: str) -> Counter[str]:
    """How often each word is said that is neither free nor a thing or time: those are named once for all."""
    free = family("droppable").keys() | family("free").keys()
    once = {*family(THING).values(), *family(TIME).values()}
    said = (meaning(t.said) for t in tokens(text) if t.kind == "word" and t.said not in free)
    return Counter(m for m in said if m not in once)


def _pairs(text: str) -> list[str]:
    return [" ".join(pair).lower() for pair in _TO_WHOM.findall(opened(text))]


def _tense_turned(was: str, now: str) -> bool:
    """Whether what brings is told as past where the statement has no past, or as present where it is past."""
    to_past = _PAST.search(now) and not _PASTS.search(was)
    to_present = (
        _PAST.search(was) and _PRESENT.search(now) and not (_PRESENT.search(was) or _PASTS.search(now))
    )
    return bool(to_past or to_present)
