"""From requests to as few queries as they need, and from rows back to readings."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import ibis
from ibis.expr.operations import Node

from custrata.customers import Base
from custrata.customers.days import SHORTEST_WINDOW_DAYS
from custrata.errors import MeasureError
from custrata.measures.kernel.dimensions import TIME, reckoning_of, segments_in_order, time_labels
from custrata.measures.kernel.measure import MONEY, Estimate, Formula, Measure, Relation, Request, Row
from custrata.reckoning import CALENDAR, Reckoning
from custrata.vocabulary import Period, Reading


@dataclass(frozen=True)
class Asked:
    """One measure in a query: the formula that was chosen and the columns that hold its statistics."""

    measure: Measure
    formula: Formula
    columns: Mapping[str, str]
    fingerprint: str


@dataclass(frozen=True)
class Query:
    """Several measures on one relation, in one period, by the same dimensions: one scan.

    Attributes:
        expr: The Ibis expression to run; a row for each combination of the dimensions.
        asked: What is read from it.
        period: The days it covers.
        dimensions: Names of the dimensions, which are columns of ``expr``.
        currency: Code of the currency, or empty.
        reckoning: Where quarters and years begin.
    """

    expr: ibis.Table
    asked: tuple[Asked, ...]
    period: Period
    dimensions: tuple[str, ...]
    currency: str
    reckoning: Reckoning = CALENDAR

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """Fingerprints of all readings of this query, under which its text is kept."""
        return tuple(dict.fromkeys(a.fingerprint for a in self.asked))

    @property
    def sql_name(self) -> str:
        """One name for the text of this query: the digest of its fingerprints."""
        return hashlib.sha256("".join(self.fingerprints).encode()).hexdigest()[:16]

    def readings(self, rows: Iterable[Row]) -> tuple[Reading, ...]:
        """The readings, measure by measure, each in the order of its segments.

        Args:
            rows: The rows of ``expr``, in any order, as mappings from column to value.
        """
        ordered = segments_in_order(self._filled(list(rows)), self.dimensions)
        if not ordered and self.dimensions:
            return tuple(self._none(asked) for asked in self.asked if asked.measure.by == self.dimensions)
        return tuple(self._reading(asked, row) for asked in self.asked for row in ordered)

    def _none(self, asked: Asked) -> Reading:
        """A curve or list of points without any: that is an answer, and it is said."""
        nothing = Estimate(None, 0, reason="nothing in the period falls under it")
        return _reading(
            asked.measure,
            nothing,
            period=self.period,
            currency=self.currency,
            note=asked.formula.note,
            fingerprint=asked.fingerprint,
        )

    def _filled(self, rows: list[Row]) -> list[Row]:
        if len(self.dimensions) != 1 or self.dimensions[0] not in TIME or not rows:
            return rows
        (name,) = self.dimensions
        there = {row[name] for row in rows}
        return rows + [
            {name: label} for label in time_labels(name, self.period, self.reckoning) if label not in there
        ]

    def _reading(self, asked: Asked, row: Row) -> Reading:
        own = {name: row.get(column) for name, column in asked.columns.items()}
        return _reading(
            asked.measure,
            asked.formula.estimate(own),
            period=self.period,
            segment=tuple((d, str(row[d])) for d in self.dimensions),
            currency=self.currency,
            note=asked.formula.note,
            fingerprint=asked.fingerprint,
        )


def plan(base: Base, requests: Iterable[Request], catalogue: Mapping[str, Measure]) -> tuple[Query, ...]:
    """The queries that answer the requests; requests that cannot be answered are left to :func:`unanswered`.

    Args:
        base: The base, with the wide ``customers`` where it is made.
        requests: What is asked; the same request twice is asked once.
        catalogue: The measures by id.

    Raises:
        MeasureError: When a measure or a dimension is unknown, with the names that are near.
    """
    groups: dict[tuple[Relation, str, tuple[str, ...]], list[tuple[Measure, Formula]]] = {}
    for request in dict.fromkeys(requests):
        measure = measure_named(request.measure, catalogue)
        formula = _formula(base, measure, request)
        if formula is not None:
            dimensions = tuple(dict.fromkeys((*request.dimensions, *measure.by)))
            groups.setdefault((formula.relation, request.period, dimensions), []).append((measure, formula))
    return tuple(_query(base, *key, asked) for key, asked in groups.items())


def unanswered(
    base: Base, requests: Iterable[Request], catalogue: Mapping[str, Measure]
) -> tuple[Reading, ...]:
    """A reading without value, but with the reason, for each request that the data cannot answer."""
    readings = []
    for request in dict.fromkeys(requests):
        measure = measure_named(request.measure, catalogue)
        if request.period not in base.windows:
            reason = _no_window(base.windows["all"].days)
        elif _formula(base, measure, request) is None:
            reason = measure.lack(base, request.period)
        else:
            continue
        whole = base.windows["all"]
        period = base.windows.get(request.period, Period(request.period, whole.start, whole.end))
        nothing = Estimate(None, 0, reason=reason)
        readings.append(_reading(measure, nothing, period=period, currency=base.currency))
    return tuple(readings)


def _no_window(days: int) -> str:
    if days >= 2 * SHORTEST_WINDOW_DAYS:
        return "nothing in the data says a date, so no two windows can be compared"
    return f"the history of {days} days is too short for two windows of {SHORTEST_WINDOW_DAYS} days"


def measure_named(name: str, catalogue: Mapping[str, Measure]) -> Measure:
    """The measure of that id.

    Raises:
        MeasureError: When there is none, with the ids that are near.
    """
    if name in catalogue:
        return catalogue[name]
    near = difflib.get_close_matches(name, catalogue, n=3, cutoff=0.7)
    remedy = f"ask for {' or '.join(near)}" if near else "see the list of measures"
    raise MeasureError(f"no measure is called {name!r}", where="measure", remedy=remedy, measure=name)


def fingerprint(expression: ibis.Table) -> str:
    """16 hexadecimal digits that name a query by its Ibis expression, not by a dialect's text."""
    return _name_of(expression.op())


@lru_cache(maxsize=1024)
def _name_of(node: Node) -> str:
    return hashlib.sha256(repr(node.to_expr()).encode()).hexdigest()[:16]


def _formula(base: Base, measure: Measure, request: Request) -> Formula | None:
    if request.period not in base.windows:
        return None
    return measure.formula(base, request.period, request.dimensions)


def _query(
    base: Base,
    relation: Relation,
    period: str,
    dimensions: tuple[str, ...],
    wanted: Sequence[tuple[Measure, Formula]],
) -> Query:
    window = base.windows[period]
    table = relation(base, window, dimensions)
    columns: dict[str, ibis.Value] = {}
    names: dict[object, str] = {}
    asked = []
    for measure, formula in wanted:
        statistics = formula.statistics(table)
        for value in statistics.values():
            name = names.setdefault(value.op(), f"_s{len(names)}")
            columns.setdefault(name, value)
        # An attribute may be called as a statistic: only the dimension keeps the name.
        apart = {f"{n}_" if n in dimensions else n: value for n, value in statistics.items()}
        own = _aggregated(table, dimensions, apart)
        places = {name: names[value.op()] for name, value in statistics.items()}
        asked.append(Asked(measure, formula, places, fingerprint(own)))
    return Query(
        _aggregated(table, dimensions, columns),
        tuple(asked),
        window,
        dimensions,
        base.currency,
        reckoning_of(base),
    )


def _aggregated(
    table: ibis.Table, dimensions: tuple[str, ...], statistics: Mapping[str, ibis.Value]
) -> ibis.Table:
    return (
        table.group_by(*dimensions).aggregate(**statistics) if dimensions else table.aggregate(**statistics)
    )


def _reading(
    measure: Measure,
    estimate: Estimate,
    *,
    period: Period,
    currency: str,
    segment: tuple[tuple[str, str], ...] = (),
    note: str = "",
    fingerprint: str = "",
) -> Reading:
    return Reading(
        measure=measure.id,
        value=_twelve(estimate.value),
        unit=(currency or MONEY) if measure.unit == MONEY else measure.unit,
        n=estimate.n,
        n_of=measure.n_of,
        period=period,
        segment=segment,
        low=_twelve(estimate.low),
        high=_twelve(estimate.high),
        method=estimate.method,
        definition=f"{measure.definition} {note}".strip(),
        fingerprint=fingerprint,
        reason=estimate.reason,
    )


def _twelve(number: float | None) -> float | None:
    """To 12 significant digits, the precision that fingerprints stand on; never a negative zero."""
    return None if number is None else float(f"{number:.12g}") + 0.0
