"""What stands near a figure in a sentence: the thing it counts, the name it belongs to, where it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from custrata.drafting.wording.lexicon import COMPARISON, NAME, SEPARATORS, THING, TIME, WORD, family

_FIGURE = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|[^{}|]*\|([^{}|]*))?\}")
_NEUTRAL = re.compile(r"\b(?:make|makes|made) up\b", re.IGNORECASE)
_FROM_TO = re.compile(r"(\bfrom\b[^«;,]*«[a-z0-9_]+»[^«;,]*?) to\b")
_DEEDS = frozenset({"leaving", "staying", "new", "loss"})
_TOKEN = re.compile(rf"(?P<mark>⟦N\d+⟧)|(?P<figure>«[a-z0-9_]+»)|(?P<word>{WORD.pattern})")
_KINDS = {"noun": THING, "name": NAME, "direction": COMPARISON, "period": TIME}


@dataclass(frozen=True, slots=True)
class Company:
    """What stands near one figure, as meanings; None where nothing of the kind is in its clause.

    Attributes:
        noun: The thing that stands directly behind it.
        name: The nearest tier, stage, intent or marked name.
        direction: The nearest word that compares.
        period: Whether it is now or before.
    """

    noun: str | None = None
    name: str | None = None
    direction: str | None = None
    period: str | None = None


def opened(text: str) -> str:
    """A text whose placeholders are short marks, their wording for many things behind them.

    Example:
        >>> opened("{n|customer is|customers are} new, {share} of all")
        '«n» customers are new, «share» of all'
    """
    marked = _FIGURE.sub(lambda m: f"«{m.group(1)}»" + (f" {m.group(2)}" if m.group(2) else ""), text)
    return _NEUTRAL.sub("hold", marked)


def figures_of(text: str) -> tuple[str, ...]:
    """Names of the figures in a text, in its order."""
    return tuple(m.group(1) for m in _FIGURE.finditer(text))


def company(text: str) -> dict[str, Company]:
    """What stands near each figure of a sentence.

    Args:
        text: The sentence with placeholders and marks.

    Example:
        >>> company("Gold earns {a} of revenue, silver {b}")["a"]
        Company(noun='revenue', name='gold', direction=None, period=None)
    """
    found: dict[str, Company] = {}
    for clause in _clauses(opened(text)):
        tokens = [(m.lastgroup or "", m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(clause)]
        for place, (kind, token, _, _) in enumerate(tokens):
            if kind == "figure":
                found[token.strip("«»")] = _near(tokens, place)
    return found


def _clauses(text: str) -> Iterator[str]:
    apart = _FROM_TO.sub(r"\1;", text)
    yield from (part for part in SEPARATORS.split(apart) if part and part.strip())


def _near(tokens: list[tuple[str, str, int, int]], place: int) -> Company:
    return Company(
        noun=_behind(tokens, place),
        name=_nearest(tokens, place, "name"),
        direction=_nearest(tokens, place, "direction"),
        period=_nearest(tokens, place, "period"),
    )


def _behind(tokens: list[tuple[str, str, int, int]], place: int) -> str | None:
    """The thing that stands within four words behind a figure, before the next figure."""
    for kind, token, _, _ in tokens[place + 1 : place + 5]:
        if kind == "figure":
            return None
        meaning = family(THING).get(token) if kind == "word" else None
        if meaning is not None and meaning not in _DEEDS:
            return meaning
    return None


def _nearest(tokens: list[tuple[str, str, int, int]], place: int, what: str) -> str | None:
    near = [
        (distance, behind, meaning)
        for at, token in enumerate(tokens)
        if at != place and (meaning := _meaning(token, what)) is not None
        for behind in (at > place,)
        for distance in (token[2] - tokens[place][3] if behind else tokens[place][2] - token[3],)
    ]
    return min(near)[2] if near else None


def _meaning(token: tuple[str, str, int, int], what: str) -> str | None:
    kind, text, _, _ = token
    if kind == "mark":
        return text if what == "name" else None
    meaning = family(_KINDS[what]).get(text) if kind == "word" else None
    return None if what == "period" and meaning not in ("now", "before") else meaning
