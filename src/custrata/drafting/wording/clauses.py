"""What stands near a figure in a sentence: the thing it counts, the name it belongs to, where it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from custrata.drafting.wording.lexicon import (
    COMPARISON,
    DEED,
    NAME,
    SEPARATORS,
    THING,
    TIME,
    WORD,
    family,
    parts,
    plain,
    words,
)

_FIGURE = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|([^{}|]*)\|([^{}|]*))?\}")
_FROM_TO = re.compile(r"(\bfrom\b[^«;,]*«[a-z0-9_]+»[^«;,]*?) to\b")
_DEEDS = frozenset({"order", "cost", "spend", "sell", "return"})
_TOKEN = re.compile(
    rf"(?P<mark>⟦N\d+⟧)|(?P<figure>«[a-z0-9_]+»)|(?P<word>{WORD.pattern})|(?P<comma>,)"
    rf"|(?P<apart>[;:—]|\.(?=\s))"
)
_KINDS = {"noun": THING, "name": NAME, "direction": COMPARISON, "period": TIME, "deed": DEED}
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or mark of a sentence and where it stands.

    Attributes:
        kind: ``word``, ``figure`` or ``mark``.
        said: The word in small letters, the figure's name or the mark.
        place: Position among the tokens.
        clause: Number of its clause.
        part: Number of its part between commas.
    """

    kind: str
    said: str
    place: int
    clause: int
    part: int


@dataclass(frozen=True, slots=True)
class Company:
    """What stands near one figure, as meanings; None where nothing of the kind is in its clause.

    Attributes:
        noun: The thing that stands directly behind it.
        name: The nearest tier, stage, intent or marked name.
        direction: The nearest word that compares.
        period: Whether it is now or before.
        deed: What is done with it: brought, cost, won, lost.
    """

    noun: str | None = None
    name: str | None = None
    direction: str | None = None
    period: str | None = None
    deed: str | None = None


KINDS = tuple(f.name for f in fields(Company))
"""What is compared between two sentences."""


def opened(text: str) -> str:
    """A text whose placeholders are short marks, their wording for many things behind them.

    Example:
        >>> opened("{n|customer is|customers are} new, {share} of all")
        '«n» customers are new, «share» of all'
    """
    return _FIGURE.sub(lambda m: f"«{m.group(1)}»" + (f" {m.group(3)}" if m.group(3) else ""), text)


def figures_of(text: str) -> tuple[str, ...]:
    """Names of the figures in a text, in its order."""
    return tuple(m.group(1) for m in _FIGURE.finditer(text))


def variants(text: str) -> tuple[tuple[str, str], ...]:
    """The two wordings inside each placeholder that has them: for one thing, for many."""
    return tuple((m.group(2), m.group(3)) for m in _FIGURE.finditer(text) if m.group(2) is not None)


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The words, figures and marks of a sentence, phrases as one word, with the clause each stands in.

    Args:
        text: The sentence with placeholders and marks.
    """
    found, clause, part = list[Token](), 0, 0
    for match in _TOKEN.finditer(_FROM_TO.sub(r"\1;", plain(opened(text)))):
        kind, said = match.lastgroup or "", match.group()
        if kind == "comma":
            part += 1
        elif kind == "apart" or (kind == "word" and SEPARATORS.fullmatch(said)):
            clause, part = clause + 1, part + 1
        else:
            spelled = words(said) if kind == "word" else (said.strip("«»"),)
            split = (p for w in spelled for p in (parts(w) if kind == "word" else (w,)))
            found += [Token(kind, p, 0, clause, part) for p in split]
    return tuple(Token(t.kind, t.said, at, t.clause, t.part) for at, t in enumerate(found))


def company(text: str) -> dict[str, Company]:
    """What stands near each figure of a sentence.

    Args:
        text: The sentence with placeholders and marks.

    Example:
        >>> company("Gold earns {a} of revenue, silver {b}")["a"].name
        'gold'
    """
    every = tokens(text)
    return {t.said: _near([o for o in every if o.clause == t.clause], t) for t in every if t.kind == "figure"}


def nearby(text: str) -> dict[str, frozenset[str]]:
    """The things and deeds in the clause of each figure: what it may stand with in another order of words.

    Args:
        text: The sentence with placeholders and marks.
    """
    every = tokens(text)
    held = {**family(DEED), **family(THING)}
    return {
        f.said: frozenset(held[t.said] for t in every if t.clause == f.clause and t.said in held)
        for f in every
        if f.kind == "figure"
    }


def _near(clause: list[Token], figure: Token) -> Company:
    inside = [t for t in clause if t.part == figure.part]
    return Company(
        noun=_behind(inside, figure),
        name=_nearest(inside, figure, "name"),
        direction=_nearest(inside, figure, "direction"),
        period=_nearest(inside, figure, "period"),
        deed=_nearest(inside, figure, "deed"),
    )


def _behind(inside: list[Token], figure: Token) -> str | None:
    """The thing that stands within four words behind a figure, before the next figure."""
    for token in inside:
        if not figure.place < token.place <= figure.place + _NEAR:
            continue
        if token.kind == "figure":
            return None
        said = family(THING).get(token.said) if token.kind == "word" else None
        if said is not None:
            return said
    return None


def _nearest(inside: list[Token], figure: Token, what: str) -> str | None:
    near = [
        (abs(t.place - figure.place), t.place > figure.place, said)
        for t in inside
        if t is not figure and (said := _said(t, what)) is not None
    ]
    return min(near)[2] if near else None


def _said(token: Token, what: str) -> str | None:
    if token.kind == "mark":
        return token.said if what == "name" else None
    said = family(_KINDS[what]).get(token.said) if token.kind == "word" else None
    return None if what == "period" and said not in ("now", "before") else said
