"""What most likely moved a claim: the reading behind it that moved most, where both snapshots hold it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from custrata.evidence.check import ClaimEvidence, FigureEvidence
from custrata.evidence.stakes import PER_HEAD
from custrata.evidence.states import worse
from custrata.measures.catalogue import CATALOGUE
from custrata.snapshot import Snapshot
from custrata.strategy.parts.statement import Figure, ReadingKey
from custrata.strategy.wording.sentence import quotable
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Direction, Reading, Segment

Key = tuple[str, Segment, str]
Pair = tuple[Reading, Reading]

MADE_OF: Mapping[str, tuple[Mapping[str, int], ...]] = {
    "average_order_value": ({"revenue": 1, "orders": -1},),
    "contribution": ({"gross_margin": 1, "cost_to_serve": -1}, {"revenue": 1, "gross_margin_rate": 1}),
    "contribution_rate": ({"contribution": 1, "revenue": -1},),
    "cost_to_serve_ratio": ({"cost_to_serve": 1, "revenue": -1},),
    "gross_margin": ({"revenue": 1, "gross_margin_rate": 1},),
    "gross_margin_rate": ({"gross_margin": 1, "revenue": -1},),
    "gross_revenue_retention": ({"lost_revenue": -1, "contraction_revenue": -1, "opening_revenue": 1},),
    "logo_retention": ({"lost_customers": -1, "opening_customers": 1},),
    "ltv_to_cac": ({"lifetime_value": 1, "customer_acquisition_cost": -1},),
    "net_revenue_retention": ({"lost_revenue": -1, "contraction_revenue": -1, "expansion_revenue": 1},),
    "new_to_expansion": ({"new_revenue": 1, "expansion_revenue": -1},),
    "refund_rate": ({"refunds": 1, "revenue": -1},),
    "tickets_per_customer": ({"tickets": 1, "customers": -1},),
}
"""Measures by what they are made of, and whether more of it raises them; the first that both hold is told."""

BRIDGES: Mapping[str, Mapping[str, int]] = {
    "revenue": {
        "opening_revenue": 1,
        "new_revenue": 1,
        "reactivated_revenue": 1,
        "expansion_revenue": 1,
        "contraction_revenue": -1,
        "lost_revenue": -1,
    },
    "active_customers": {
        "opening_customers": 1,
        "gained_customers": 1,
        "reactivated_customers": 1,
        "lost_customers": -1,
    },
}
"""Totals of the latest window by the steps that lead to them, with their signs."""

OUT_OF_PLACE = frozenset(
    {"month", "quarter", "year", "cohort", "age", "rank", "customer_share", "place", "candidate", "mark"}
    | {"model", "parameter"}
)
"""Dimensions that are no parts of the base: time, curves, models."""

RATES = frozenset({"share", "ratio", "points", "days", "hours", "months", "index", "categories"})
"""Units that do not add up over parts of the base."""

LEAST_PART = 0.25
"""Part of a move that something must make up to be named as its cause."""

MORE_THAN_SIZE = 0.1
"""Part of a move by which a part of the base must exceed what its size alone would bring."""

FEWEST = 11
"""Customers under which a part of the base is not named."""

BY_BEHAVIOUR = frozenset({"stage", "rfm_segment"})
"""Dimensions whose values say how customers behaved: a rate of such a part moves with who is in it."""

PLAIN = ("tier", "stage")
"""Dimensions whose values are our words, not names out of the data."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What most likely moved a claim.

    Attributes:
        sentence: The cause in one sentence.
        readings: The readings it is told from, the earlier and the later one.
        window: Whether the window is longer or shorter than before, so that nothing went better or worse.
    """

    sentence: str
    readings: tuple[Pair, ...]
    window: bool = False


class Parts:
    """The parts of the base by which both snapshots tell a measure.

    Args:
        before: The earlier snapshot.
        after: The later snapshot.
    """

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        self.before, self.after = before, after
        self._by: dict[tuple[str, str], dict[str, list[Pair]]] = defaultdict(lambda: defaultdict(list))
        for now in after.readings:
            if len(now.segment) == 1 and now.segment[0][0] not in OUT_OF_PLACE and now.value is not None:
                was = before.reading(*now.key)
                if was is not None and was.value is not None:
                    self._by[now.measure, now.period.name][now.segment[0][0]].append((was, now))

    def pair(self, key: Key) -> Pair | None:
        """Both readings of a key, where both hold a number."""
        was, now = self.before.reading(*key), self.after.reading(*key)
        if was is None or now is None or was.value is None or now.value is None:
            return None
        return was, now

    def by_dimension(self, measure: str, period: str) -> Mapping[str, Sequence[Pair]]:
        """Pairs of readings by dimension."""
        return self._by.get((measure, period), {})


def likely_cause(was: ClaimEvidence, now: ClaimEvidence, parts: Parts) -> Cause | None:
    """What most likely moved a claim.

    Args:
        was: How it stood.
        now: How it stands.
        parts: What both snapshots hold.

    Returns:
        The component of the figure, or the part of the base, that moved the figure most; None when the
        figure did not move, or when the snapshots do not both hold what would tell.
    """
    figure = _decisive(was, now)
    if figure is None:
        return None
    if (window := _longer_window(figure, parts)) is not None:
        return window
    told = _moved_components(figure, parts) if len(figure.keys) > 1 else _inside(figure, parts)
    seen = [pair for pair in told if _told(pair)]
    if not seen:
        return None
    return Cause(_sentence(seen[:2], composed=len(figure.keys) > 1), tuple(seen[:2]))


def for_the_better(part: FigureEvidence) -> bool | None:
    """Whether a figure went the way that is better for its measure, against the number as written.

    Args:
        part: How the figure stands.

    Returns:
        None where neither way is better, where it is made of several readings, or where it did not move.
    """
    measure = CATALOGUE.get(part.figure.measure)
    was, now = part.figure.value, part.now.value
    if measure is None or len(part.figure.keys) > 1 or was is None or now is None or was == now:
        return None
    if measure.direction is Direction.NEITHER:
        return None
    return (now > was) == (measure.direction is Direction.HIGHER)


def _decisive(was: ClaimEvidence, now: ClaimEvidence) -> Figure | None:
    """The figure that changed the state of the claim: the one whose state moved and that moved most."""
    pairs = list(zip(was.figures, now.figures, strict=True))
    down = worse(was.state, now.state)
    wanted = now.state if down else was.state
    changed = [p for p in pairs if p[0].state is not p[1].state and p[1 if down else 0].state is wanted]
    best = max(changed, key=_size, default=None)
    return best[1].figure if best is not None and _size(best) > 0 else None


def _size(pair: tuple[FigureEvidence, FigureEvidence]) -> float:
    was, now = (part.now.value for part in pair)
    return 0.0 if was is None or now is None else _relative(was, now)


def _relative(was: float, now: float) -> float:
    return abs(now - was) / max(abs(was), abs(now), 1e-12)


def _moved_components(figure: Figure, parts: Parts) -> list[Pair]:
    """Components that moved the figure its way, the one that moved it most first."""
    found = [parts.pair(key.key) for key in figure.keys]
    pairs = {p[0].key: p for p in found if p is not None}
    if len(pairs) < len({key.key for key in figure.keys}):
        return []
    start = {key: was.value or 0.0 for key, (was, _) in pairs.items()}
    end = {key: now.value or 0.0 for key, (_, now) in pairs.items()}
    base, whole = _value(figure, start), _value(figure, end)
    if base is None or whole is None or whole == base:
        return []
    way = 1.0 if whole > base else -1.0
    alone = {key: _value(figure, start | {key: end[key]}) for key in pairs}
    push = {key: way * (value - base) for key, value in alone.items() if value is not None}
    least = LEAST_PART * abs(whole - base)
    return [pairs[key] for key in sorted(push, key=lambda k: -push[k]) if push[key] >= least]


def _value(figure: Figure, values: Mapping[Key, float]) -> float | None:
    def total(keys: Iterable[ReadingKey]) -> float:
        return sum(values[key.key] for key in keys)

    added = 1 + len(figure.plus)
    top = total(figure.keys[:added]) - total(figure.minus)
    below = total(figure.over) if figure.over else 1.0
    return top / below if below else None


def _inside(figure: Figure, parts: Parts) -> list[Pair]:
    """What a single reading is made of, else the part of the base that moved most."""
    whole = parts.pair(figure.key)
    if whole is None:
        return []
    ranked = sorted(_candidates(figure, whole, parts), key=lambda c: -c[0])
    return (
        _ingredients(figure, whole, parts) or _steps(figure, whole, parts) or [pair for _, pair in ranked[:1]]
    )


def _ingredients(figure: Figure, whole: Pair, parts: Parts) -> list[Pair]:
    """What a measure is made of, where it moved the measure its way, the largest move first."""
    for made in MADE_OF.get(figure.measure, ()):
        found = {m: parts.pair((m, figure.segment, figure.period)) for m in made}
        known = {m: pair for m, pair in found.items() if pair is not None}
        pushed = [p for m, p in known.items() if made[m] * _change(p) * _change(whole) > 0 and _told(p)]
        if len(known) == len(made) and pushed:
            return sorted(pushed, key=lambda p: -_relative(p[0].value or 0.0, p[1].value or 0.0))
    return []


def _steps(figure: Figure, whole: Pair, parts: Parts) -> list[Pair]:
    """Steps of the bridge that moved the total its way, the largest first."""
    change = _change(whole)
    pushes = []
    for measure, sign in BRIDGES.get(figure.measure, {}).items():
        pair = parts.pair((measure, figure.segment, figure.period))
        if pair is not None and sign * _change(pair) * change > 0:
            pushes.append((abs(_change(pair)), pair))
    return [p for size, p in sorted(pushes, key=lambda s: -s[0]) if size >= LEAST_PART * abs(change)]


def _candidates(figure: Figure, whole: Pair, parts: Parts) -> Iterator[tuple[float, Pair]]:
    """Parts of the base that moved the whole by more than their size says, with by how much more.

    A sum moves by as much as a part of it; a rate by as much as the part's rate, times the share of what is
    counted that is in the part. Where everything moved alike, no part is the cause.
    """
    if figure.segment:
        return
    change = _change(whole)
    way = 1.0 if change > 0 else -1.0
    rate = figure.unit in RATES or figure.measure in PER_HEAD
    for dimension, pairs in parts.by_dimension(figure.measure, figure.period).items():
        if rate and dimension in BY_BEHAVIOUR:
            continue
        for was, now in pairs:
            size = _size_of(was, whole[0], rate)
            push = way * _change((was, now)) * (size if rate else 1.0)
            more = push - size * abs(change)
            enough = was.n >= FEWEST and now.n >= FEWEST
            if enough and push >= LEAST_PART * abs(change) and more >= MORE_THAN_SIZE * abs(change):
                yield more, (was, now)


def _size_of(part: Reading, whole: Reading, rate: bool) -> float:
    """The share of the whole that a part is: of what is counted for a rate, of the sum for a sum."""
    top, below = (part.n, whole.n) if rate else (part.value or 0.0, whole.value or 0.0)
    return max(0.0, top / below) if below else 0.0


def _change(pair: Pair) -> float:
    return (pair[1].value or 0.0) - (pair[0].value or 0.0)


def _told(pair: Pair) -> bool:
    """Whether the move can be seen in the numbers as they are written."""
    was, now = pair
    return spell(was.value, was.unit) != spell(now.value, now.unit)


def _longer_window(figure: Figure, parts: Parts) -> Cause | None:
    """A window that is longer or shorter than before explains its totals before anything else does."""
    if figure.unit in RATES or figure.measure in PER_HEAD:
        return None
    pair = parts.pair(figure.key)
    if pair is None or figure.period == "all" or pair[0].period.days == pair[1].period.days:
        return None
    was, now = (reading.period.days for reading in pair)
    return Cause(f"The window that is read is {now:,} days now and was {was:,} days.", (pair,), window=True)


def _sentence(pairs: Sequence[Pair], *, composed: bool) -> str:
    first = "Most of it: " if composed else "Behind it: "
    return first + ", and ".join(_move(*pair) for pair in pairs) + "."


def _move(was: Reading, now: Reading) -> str:
    way = "rose" if _change((was, now)) > 0 else "fell"
    return f"{_name(now)} {way} from {spell(was.value, was.unit)} to {spell(now.value, now.unit)}"


def _name(reading: Reading) -> str:
    where = ", ".join(
        f"{dimension} {value}" if dimension in PLAIN else f"{dimension} “{quotable(value)}”"
        for dimension, value in reading.segment
    )
    return reading.measure.replace("_", " ") + (f" ({where})" if where else "")
