"""Whether the same words still say the same of the same: nothing has changed places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from custrata.drafting.wording.clauses import KINDS, Token, company, nearby, tokens
from custrata.drafting.wording.lexicon import (
    AMOUNT,
    COMPARISON,
    DEED,
    NAME,
    REVERSAL,
    THING,
    TIME,
    TURNING,
    family,
    meaning,
)
from custrata.strategy.parts.statement import Figure

Neighbours = dict[str, set[tuple[str, str]]]
"""What stands before and behind each word: pairs of side and word."""

_CLAUSE, _PART = 12, 8
"""How many words further away something seems beyond a clause or a comma."""

_CLEAR = 3
"""How many times nearer a word must stand to one figure than to another to belong to it."""

_NEXT = 2
"""How many words on either side stand next to a word."""

_MUCH = 3
"""How much better two words must fit each other's places."""

_BESIDE = 2
"""How many words on either side a word such as all or not may belong to."""

_LOOSE = frozenset({"noun", "deed"})
"""What may change with the order of words, as long as the clause of the statement holds it."""

_QUALIFY = frozenset({"new", "usual"})
"""Words that are said of the one word behind them."""

_FORWARD = _QUALIFY | {"no", "never", "cannot", "without"}
"""Words that are said of what stands behind them."""

_FREE = frozenset({"they"})


def changed_places(was: str, now: str, figures: tuple[Figure, ...] = ()) -> Iterator[str]:
    """What has changed places between a statement and a wording of it.

    Args:
        was: The statement's text, names masked.
        now: The wording, numbers bound.
        figures: Figures of the statement.

    Example:
        >>> found = changed_places("Gold earns {a}, silver {b}.", "Silver earns {a}, gold {b}.")
        >>> "a and b have changed places" in found
        True
    """
    yield from _beside(was, now)
    old, new = tokens(was), tokens(now)
    yield from _swapped(old, new)
    yield from _turned(old, new)
    yield from _moved(old, new)
    yield from _strayed(old, new)
    yield from _framed(old, new, {f"«{f.name}»": f.unit for f in figures})
    yield from _acted(old, new)
    yield from _exchanged(old, new)
    yield from _denied(old, new)


def _beside(was: str, now: str) -> Iterator[str]:
    before, after, around = company(was), company(now), nearby(was)
    for name in sorted(before.keys() & after.keys()):
        for what in KINDS:
            held, given = getattr(before[name], what), getattr(after[name], what)
            if held is not None and given not in (None, held, *(around[name] if what in _LOOSE else ())):
                yield f"{name} stands with {given} where the statement has {held}"


def _swapped(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[str]:
    """Pairs of figures of which more words have changed sides than have stayed."""
    names = sorted({t.said for t in old if t.kind == "figure"} & {t.said for t in new if t.kind == "figure"})
    for a, b in combinations(names, 2):
        before, after = _sides_of(old, a, b), _sides_of(new, a, b)
        shared = _ahead(old, a, b) & _ahead(new, a, b)
        votes = sum(before[said] * after[said] for said in before.keys() & after.keys() - shared)
        if votes < 0:
            yield f"{a} and {b} have changed places"


def _ahead(every: tuple[Token, ...], a: str, b: str) -> set[str]:
    """What is said before both figures, which may be of either."""
    first = min(t.place for t in every if t.kind == "figure" and t.said in (a, b))
    return {_content(t) for t in every[:first] if t.kind == "word"}


def _sides_of(every: tuple[Token, ...], a: str, b: str) -> Mapping[str, int]:
    """To which of two figures each meaning belongs: 1 for the first, -1 for the second, 0 in doubt."""
    here = {t.said: t for t in every if t.kind == "figure"}
    found: dict[str, int] = {}
    for token in every:
        if token.kind != "figure" and (said := _content(token)):
            near, far = (_away(token, here[name]) for name in (a, b))
            side = 1 if near * _CLEAR <= far else -1 if far * _CLEAR <= near else 0
            found[said] = side if found.get(said, side) == side else 0
    return found


def _away(token: Token, figure: Token) -> int:
    """How far a word seems from a figure: the words between, a clause or a comma counting for several."""
    apart = _CLAUSE * abs(token.clause - figure.clause) + _PART * abs(token.part - figure.part)
    return abs(token.place - figure.place) + apart


def _content(token: Token) -> str:
    """What a token says; empty for a word that says nothing of its own."""
    if token.kind != "word":
        return f"«{token.said}»"
    said = meaning(token.said)
    return said if token.said not in family("free") or said in _FREE or said == "bring" else ""


def _framed(old: tuple[Token, ...], new: tuple[Token, ...], units: Mapping[str, str]) -> Iterator[str]:
    """Figures of different units of which one now stands before what the other was a part of."""
    before, after = dict(_frames(old)), dict(_frames(new))
    for key in before.keys() & after.keys():
        a, b = before[key], after[key]
        if a != b and units.get(a) != units.get(b):
            yield f"{a} and {b} have changed places"
    for (word, part), whole in before.items():
        if after.get((word, whole)) == part:
            yield f"{whole} and {part} have changed places"


def _frames(every: tuple[Token, ...]) -> Iterator[tuple[tuple[str, str], str]]:
    """What stands behind of and for, with the figure that stands before."""
    for token in every:
        if token.kind == "word" and token.said in ("of", "for"):
            clause = [t for t in every if t.clause == token.clause]
            owners = [t for t in clause if t.kind == "figure" and t.place < token.place]
            next_to = [c for t in clause if t.place > token.place and (c := _content(t))]
            if owners and next_to:
                yield (token.said, next_to[0]), _content(owners[-1])


def _acted(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[str]:
    """Figures that did to others what was done by them."""
    after = set(_acts(new))
    for a, deed, b, passive in _acts(old):
        if (b, deed, a, passive) in after:
            yield f"{a} and {b} have changed places"


def _acts(every: tuple[Token, ...]) -> Iterator[tuple[str, str, str, bool]]:
    """Deeds between two figures of a clause, and whether they are told from the other end."""
    figures = [t for t in every if t.kind == "figure"]
    for a, b in pairwise(figures):
        between = [t for t in every[a.place + 1 : b.place] if t.kind == "word"]
        if a.clause == b.clause:
            passive = any(t.said in ("by", "from") for t in between)
            yield from (
                (a.said, family(DEED)[t.said], b.said, passive) for t in between if t.said in family(DEED)
            )


def _turned(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[str]:
    """Words such as than and before whose two sides have changed places."""
    before, after = list(_sides(old)), set(_sides(new))
    for word, left, right in before:
        if left != right and (word, right, left) in after and (word, left, right) not in after:
            yield f"the two sides of {word} have changed places"


def _sides(every: tuple[Token, ...]) -> Iterator[tuple[str, str, str]]:
    turning = {"of", *family(TURNING), *(w for w, m in family(TIME).items() if m in ("before", "after"))}
    for token in every:
        if token.kind == "word" and token.said in turning:
            stands = _content if token.said == "of" else _stands
            clause = [t for t in every if t.clause == token.clause and stands(t)]
            left = [t for t in clause if t.place < token.place]
            right = [t for t in clause if t.place > token.place]
            if left and right:
                yield token.said, _content(left[-1]), _content(right[0])


def _stands(token: Token) -> bool:
    said = _content(token)
    return token.kind == "word" and bool(said) and said not in _FREE and not _operates(token)


def _operates(token: Token) -> bool:
    tables = (AMOUNT, COMPARISON, REVERSAL, NAME)
    floats = meaning(token.said) in ("total", "each")
    if token.kind != "word" or floats:
        return False
    return meaning(token.said) in _FORWARD or any(token.said in family(t) for t in tables)


def _moved(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[str]:
    """Words such as all, most, not and gold that stand beside nothing that they stood beside."""
    before = _neighbours(old)
    for said, (left, right) in _neighbours(new).items():
        was_left, was_right = before.get(said, (set(), set()))
        if said in _FORWARD and right and was_right:
            left, was_left = set(), set()
        near, was = left | right, was_left | was_right
        if near and was and not near & was:
            yield f"{said} belongs to something else"


def _neighbours(every: tuple[Token, ...]) -> dict[str, tuple[set[str], set[str]]]:
    """What stands on the left and on the right of each word that says how much, how many or not."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for token in every:
        if _operates(token):
            left, right = found.setdefault(meaning(token.said), (set(), set()))
            near = [t for t in every if _together(t, token) and _content(t) and not _operates(t)]
            left.update(_content(t) for t in [t for t in near if t.place < token.place][-_BESIDE:])
            reach = 1 if meaning(token.said) in _QUALIFY else _BESIDE
            right.update(_content(t) for t in [t for t in near if t.place > token.place][:reach])
    return found


def _together(one: Token, other: Token) -> bool:
    return (one.clause, one.part) == (other.clause, other.part)


def _strayed(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[str]:
    """Pairs of words that stand more nearly where the other one stood."""
    before, after = _next_to(old), _next_to(new)
    for a, b in combinations(sorted(before.keys() & after.keys()), 2):
        kept = len(after[a] & before[a] - {b}) + len(after[b] & before[b] - {a})
        turned = len(after[a] & before[b] - {a}) + len(after[b] & before[a] - {b})
        if turned >= kept + _MUCH and before[a] != before[b]:
            yield f"{a} and {b} have changed places"


def _exchanged(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[str]:
    """Pairs of words of a kind that each have lost both neighbours and found one of the other's."""
    before, after = _sequence(old), _sequence(new)
    lost = [said for said in sorted(before.keys() & after.keys()) if not before[said] & after[said]]
    for a, b in combinations(lost, 2):
        parted = not any(said == b for _, said in before[a]) or not any(said == b for _, said in after[a])
        if parted and _kind(a) & _kind(b) and before[a] & after[b] and before[b] & after[a]:
            yield f"{a} and {b} have changed places"
    yield from _doers(before, after)


def _doers(before: Neighbours, after: Neighbours) -> Iterator[str]:
    """Pairs of deeds that have exchanged what stands before them: who does it."""
    deeds = sorted(set(family(DEED).values()) & before.keys() & after.keys() - {"bring"})
    for a, b in combinations(deeds, 2):
        was, now = (
            [{s for side, s in near[d] if side == "before"} for d in (a, b)] for near in (before, after)
        )
        if not was[0] & now[0] and not was[1] & now[1] and was[0] & now[1] and was[1] & now[0]:
            yield f"{a} and {b} have changed places"


def _kind(said: str) -> set[str]:
    """What may change places with what: things, deeds, amounts; a word of no table with things and deeds."""
    if said.startswith("«") or said in ("bring", "lie", "total", "they") or said in family(NAME).values():
        return set()
    kinds = (DEED, THING, COMPARISON, AMOUNT)
    return {k for k in kinds if said in family(k).values()} or {DEED, THING}


def _sequence(every: tuple[Token, ...]) -> Neighbours:
    """What stands right before and right behind each word that says something."""
    said = [c for t in every if (c := _content(t))]
    found: dict[str, set[tuple[str, str]]] = {}
    for first, last in pairwise(said):
        found.setdefault(first, set()).add(("behind", last))
        found.setdefault(last, set()).add(("before", first))
    return found


def _denied(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[str]:
    """Words that say no and are said of nothing that they were said of."""
    after = [denied for denied in _denials(new) if denied]
    if after and any(denied and not any(denied & d for d in after) for denied in _denials(old)):
        yield "not is said of something else"


def _denials(every: tuple[Token, ...]) -> list[set[str]]:
    denied = list[set[str]]()
    for token in every:
        if token.kind == "word" and token.said in family(REVERSAL):
            behind = [t for t in every if t.clause == token.clause and t.place > token.place and _content(t)]
            denied.append({_content(t) for t in behind[:_BESIDE]})
    return denied


def _next_to(every: tuple[Token, ...]) -> dict[str, set[str]]:
    said = [c for t in every if (c := _content(t)) and not _operates(t)]
    found: dict[str, set[str]] = {}
    for place, word in enumerate(said):
        near = said[max(0, place - _NEXT) : place] + said[place + 1 : place + 1 + _NEXT]
        found.setdefault(word, set()).update(w for w in near if w != word)
    return found
