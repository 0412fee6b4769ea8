"""What is known of each customer's buying: repeat orders, age at the last one, age; checked and counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError
from custrata.intelligence.buying.blocks import dot

Floats = NDArray[np.float64]

MOST_ORDERS = 1_000_000
"""More repeat orders than this are not one customer's."""
MOST_CUSTOMERS = 1e12
"""More customers than this are no count; sums over them would not stay numbers."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Customers side by side; equal ones may share a row.

    Attributes:
        x: Repeat orders, whole numbers.
        t_x: Age at the last order, 0 where there was no repeat order.
        T: Age.
        counts: How many customers a row stands for.
    """

    x: Floats
    t_x: Floats
    T: Floats
    counts: Floats

    def __len__(self) -> int:
        return len(self.x)

    @classmethod
    def of(cls, *parts: Rows) -> Rows:
        """Several sets of rows as one."""
        names = ("x", "t_x", "T", "counts")
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))

    def at(self, part: slice | NDArray[np.intp]) -> Rows:
        """Some of the rows."""
        return Rows(self.x[part], self.t_x[part], self.T[part], self.counts[part])

    def with_counts(self, counts: Floats) -> Rows:
        """The same rows, counted otherwise; rows that count nobody fall away."""
        kept = np.flatnonzero(counts > 0)
        return Rows(self.x[kept], self.t_x[kept], self.T[kept], counts[kept])


@dataclass(frozen=True, slots=True)
class Summaries:
    """The customers of one fit, in units of the mean age.

    Attributes:
        once: Customers without a repeat order, one row for each age.
        repeat: Customers with repeat orders.
        unit: The mean age in the caller's unit; times here are divided by it.
        customers: How many customers there are.
        orders: Their repeat orders.
    """

    once: Rows
    repeat: Rows
    unit: float
    customers: float
    orders: float

    def thinned(self, every: int) -> Summaries:
        """Every so-manyth row of the repeat buyers and the others' counts divided: a place to start from."""
        repeat = self.repeat.at(slice(0, None, every))
        share = float(repeat.counts.sum() / max(self.repeat.counts.sum(), 1.0))
        once = Rows(self.once.x, self.once.t_x, self.once.T, self.once.counts * share)
        return _counted(once, repeat, self.unit)

    def with_counts(self, once: Floats, repeat: Floats) -> Summaries:
        """The same rows, counted otherwise."""
        return _counted(self.once.with_counts(once), self.repeat.with_counts(repeat), self.unit)

    def in_order(self) -> Summaries:
        """The repeat buyers sorted and counted, so that chance falls alike in whatever order they came."""
        rows = self.repeat
        order = np.lexsort((rows.T, rows.t_x, rows.x))
        table = np.stack([rows.x[order], rows.t_x[order], rows.T[order]])
        first = np.flatnonzero(np.concatenate([[True], (np.diff(table, axis=1) != 0).any(axis=0)]))
        counts = np.add.reduceat(rows.counts[order], first)
        return _counted(self.once, Rows(table[0, first], table[1, first], table[2, first], counts), self.unit)

    def orders_beyond(self) -> Floats:
        """How many customers have more than 0, 1, 2 … repeat orders."""
        tally = np.bincount(self.repeat.x.astype(np.int64), weights=self.repeat.counts)
        return np.asarray(np.cumsum(tally[::-1])[::-1][1:], dtype=np.float64)


def summaries(x: ArrayLike, t_x: ArrayLike, T: ArrayLike, counts: ArrayLike | None = None) -> Summaries:
    """Check the histories and count customers without repeat orders by their age.

    Args:
        x: Repeat orders.
        t_x: Age at the last order.
        T: Age; the same unit of time as ``t_x``.
        counts: How many customers share each row; one each when left out.

    Returns:
        The customers of a fit.

    Raises:
        EstimateError: A history is impossible, or there is nobody to learn from.

    Example:
        >>> found = summaries([0, 0, 2], [0, 0, 5.0], [11.0, 11.0, 8.0])
        >>> found.once.counts, found.repeat.t_x, found.unit
        (array([2.]), array([0.5]), 10.0)
    """
    rows = checked_rows(x, t_x, T, counts)
    if len(rows) and rows.counts.min() == 0:
        rows = rows.with_counts(rows.counts)
    customers = float(rows.counts.sum())
    if customers < 2 or len(rows) == 0:
        raise EstimateError(
            "fewer than two customers are too few to tell how customers differ",
            remedy="use more customers; some hundred with repeat orders make a model worth its name",
        )
    unit = dot(rows.counts, rows.T) / customers
    if unit <= 0:
        raise EstimateError(
            "no time has passed since anybody's first order", remedy="wait, or choose a later date"
        )
    if not rows.x.any():
        raise EstimateError(
            "nobody has ordered a second time, so the likelihood rises without end as rates go to zero",
            remedy="wait for repeat orders; until then the expected number of repeat orders is not known",
        )
    return summaries_of(rows, unit)


def summaries_of(rows: Rows, unit: float) -> Summaries:
    """Histories that were checked, with times divided by a unit.

    Args:
        rows: Histories in the caller's unit of time.
        unit: What is 1 inside.

    Returns:
        The same customers, those without a repeat order counted by age.
    """
    repeat = rows.at(np.flatnonzero(rows.x))
    scaled = Rows(repeat.x, repeat.t_x / unit, repeat.T / unit, repeat.counts)
    return _counted(_once(rows, unit), scaled, unit)


def checked_rows(x: ArrayLike, t_x: ArrayLike, T: ArrayLike, counts: ArrayLike | None = None) -> Rows:
    """The histories as numbers of one length, refused when one of them cannot be.

    Args:
        x: Repeat orders.
        t_x: Age at the last order.
        T: Age.
        counts: Customers a row; one each when left out.

    Returns:
        The rows, in the caller's unit of time.

    Raises:
        EstimateError: Names the first rule that is broken, and how many rows break it.
    """
    given = (x, t_x, T) if counts is None else (x, t_x, T, counts)
    columns = [np.atleast_1d(np.asarray(values, dtype=np.float64)) for values in given]
    if any(column.ndim != 1 for column in columns):
        raise EstimateError("histories are columns of numbers", remedy="pass one-dimensional arrays")
    if len({len(column) for column in columns} - {1}) > 1:
        raise EstimateError("the columns are not of one length", remedy="give one number a customer in each")
    arrays = np.broadcast_arrays(*columns)
    weights = np.ones(len(arrays[0])) if counts is None else arrays[3]
    rows = Rows(arrays[0], arrays[1], arrays[2], weights)
    if len(rows):
        _refuse_impossible(rows)
    return rows


def _refuse_impossible(rows: Rows) -> None:
    """Smallest and largest values carry a nan along, so that good rows cost little."""
    whole = bool((rows.x == np.floor(rows.x)).all())
    good = (
        whole
        and rows.x.min() >= 0
        and rows.x.max() <= MOST_ORDERS
        and rows.t_x.min() >= 0
        and np.isfinite(rows.T.max())
        and bool((rows.t_x <= rows.T).all())
        and rows.counts.min() >= 0
        and rows.counts.max() <= MOST_CUSTOMERS
    )
    if good:
        return
    rules: tuple[tuple[str, Any], ...] = (
        ("repeat orders are whole numbers from 0 to a million", ~((rows.x >= 0) & (rows.x <= MOST_ORDERS))),
        ("repeat orders are whole numbers", rows.x != np.floor(rows.x)),
        ("ages are numbers, not negative", ~(np.isfinite(rows.T) & (rows.t_x >= 0))),
        ("the last order lies before the age", ~(rows.t_x <= rows.T)),
        (
            "counts are numbers from 0 to a million million",
            ~((rows.counts >= 0) & (rows.counts <= MOST_CUSTOMERS)),
        ),
    )
    for rule, broken in rules:
        if broken.any():
            raise EstimateError(
                f"some histories break the rule that {rule}",
                how_many=int(np.count_nonzero(broken)),
                remedy="correct or leave out these customers",
            )


def _counted(once: Rows, repeat: Rows, unit: float) -> Summaries:
    customers = float(once.counts.sum() + repeat.counts.sum())
    return Summaries(once, repeat, unit, customers, dot(repeat.counts, repeat.x))


def _once(rows: Rows, unit: float) -> Rows:
    """Those without a repeat order differ in nothing but their age."""
    places = np.flatnonzero(rows.x == 0)
    ages, counts = tallied(rows.T[places], rows.counts[places])
    nothing = np.zeros(len(ages))
    return Rows(nothing, nothing, ages / unit, counts)


def tallied(values: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """Distinct values, rising, with their counts.

    Args:
        values: Floats.
        counts: The weight of each.

    Returns:
        Distinct values and the sum of their counts.

    Example:
        >>> tallied(np.array([2.0, 1.0, 2.0]), np.ones(3))
        (array([1., 2.]), array([1., 2.]))
    """
    distinct, places = coded(values)
    return distinct, np.asarray(
        np.bincount(places, weights=counts, minlength=len(distinct)), dtype=np.float64
    )


def coded(values: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """Distinct values, rising, and where among them each value stands.

    Ages counted in days lie on a grid: they are looked up in a table instead of being sorted.

    Args:
        values: Floats.

    Returns:
        Distinct values and the place of each value among them.

    Example:
        >>> coded(np.array([2.0, 1.0, 2.0]))
        (array([1., 2.]), array([1, 0, 1]))
    """
    if len(values) > 4096:
        found = _on_grid(values)
        if found is not None:
            return found
    distinct, places = np.unique(values, return_inverse=True)
    return distinct, places


def _on_grid(values: Floats) -> tuple[Floats, NDArray[np.intp]] | None:
    """The same by a table of multiples of the smallest step, if every value is where its table says it is."""
    seen = np.unique(values[:: max(len(values) // 4096, 1)])
    steps = np.diff(seen)
    if len(steps) == 0:
        return None
    step = float(steps[steps > 1e-9 * seen[-1]].min(initial=np.inf))
    low, high = float(values.min()), float(values.max())
    if not (high - low) / step < len(values) / 4:
        return None
    places = np.rint((values - low) / step).astype(np.intp)
    table = np.full(int(places.max()) + 1, np.nan)
    table[places] = values
    if not np.array_equal(table[places], values):
        return None
    kept = np.flatnonzero(~np.isnan(table))
    order = np.zeros(len(table), dtype=np.intp)
    order[kept] = np.arange(len(kept))
    return table[kept], order[places]
