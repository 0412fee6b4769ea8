"""What may be printed: numbers worked out anew from readings, and judgements that are stated."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from tests.scanning.printed import Token, tokens

from custrata.delivery.deliverable import Given
from custrata.evidence.check import ClaimEvidence
from custrata.snapshot import Snapshot
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim
from custrata.strategy.wording.spelling import is_money
from custrata.vocabulary import EvidenceState, Reading, Tier

SHARES = frozenset({"share", "ratio"})
DIFFERENCES = (
    ("customers", "loss_making_customers"),
    ("customers", "unprofitable_customers"),
    ("gross_margin", "loss_making_margin"),
    ("contribution", "unprofitable_contribution"),
    ("customers", "active_customers"),
    ("customers", "at_risk_customers"),
)
"""Measures of which what is left, or the part, is printed: those that are no loss, those that are gone."""

PROMISE = (
    "purpose",
    "customer_value_proposition",
    "business_value_proposition",
    "concept_of_experience",
)
"""Blocks of the canvas whose statements are counted together."""

CURVES = frozenset({"whale_curve", "contribution_curve"})
"""Measures that are drawn over axes with ticks in per cent."""

MOST = 60
"""Readings of one measure by one dimension up to which their sums and parts are worked out."""


class Pool:
    """Values by kind, to be asked whether one of them is printed like a token."""

    def __init__(self) -> None:
        self._values: dict[str, list[float]] = {"share": [], "money": [], "plain": []}
        self._sorted = False

    def add(self, value: float | None, unit: str) -> None:
        """A value with its unit; a ratio may be printed as a share or as a plain number."""
        if value is None:
            return
        kinds = (
            ("share", "plain") if unit in SHARES else ("money",) if is_money(unit) and unit else ("plain",)
        )
        for kind in ("money", "plain") if unit in {"", "money", "currency"} else kinds:
            self._values[kind].append(abs(float(value)))
        self._sorted = False

    def add_token(self, token: Token) -> None:
        """A number as it is printed elsewhere."""
        self._values[token.kind].append(token.value)
        self._sorted = False

    def add_reading(self, reading: Reading) -> None:
        """A reading's value, interval and n."""
        for value in (reading.value, reading.low, reading.high):
            self.add(value, reading.unit)
            if ("mark", "total_error") in reading.segment:
                self.add(value, "share")
        self.add(reading.n, reading.n_of)

    def add_claim(self, evidence: ClaimEvidence) -> None:
        """The figures of a claim as they are now, as they were written, and what they must keep."""
        for part in evidence.figures:
            figure, now = part.figure, part.now
            unit = figure.unit or (now.readings[0].unit if now.readings else "")
            for value in (now.value, now.low, now.high, figure.value, figure.threshold, figure.tolerance):
                self.add(value, unit)
            self.add(now.n, "things")
            for reading in now.readings:
                self.add_reading(reading)

    def add_derived(self, group: list[Reading], whole: Reading | None) -> None:
        """What follows from readings of one measure by one dimension: sums, rests and parts of the whole."""
        values = [r.value for r in group if r.value is not None]
        if not values or len(values) > MOST:
            return
        unit, total = group[0].unit, sum(values)
        sums = (*values, *itertools.accumulate(values), *itertools.accumulate(reversed(values)))
        for base in {total, whole.value if whole is not None else None} - {None, 0}:
            for value in sums:
                self.add(value, unit)
                self.add(base - value, unit)
                self.add(value / base, "share")
                self.add(1 - value / base, "share")

    def add_moves(self, group: list[Reading]) -> None:
        """Sums of rows, columns and both halves of a table that tells of one thing before and now."""
        cells = {(r.segment[0][1], r.segment[1][1]): r.value or 0.0 for r in group}
        places = [*map(str, Tier), "gone"]
        for kept in (
            lambda a, b: {a, b} <= {*places[:-1]} and places.index(a) < places.index(b),
            *(lambda a, b, x=x: a == x for x in {a for a, _ in cells}),
            *(lambda a, b, x=x: b == x for x in {b for _, b in cells}),
            lambda a, b: {a, b} <= {*places} and places.index(a) < places.index(b),
            lambda a, b: {a, b} <= {*places} and places.index(a) > places.index(b),
        ):
            self.add(sum(v for (a, b), v in cells.items() if kept(a, b)), group[0].unit)

    def holds(self, token: Token) -> bool:
        """Whether a value is printed like this token."""
        if not self._sorted:
            for values in self._values.values():
                values.sort()
            self._sorted = True
        if token.kind == "any":
            return any(self.holds(replace(token, kind=kind)) for kind in self._values)
        values = self._values[token.kind]
        slack = token.step * (1 + 1e-6) + 1e-9 * token.value
        at = bisect_left(values, token.value - slack)
        return at < len(values) and token.says(values[at])

    @property
    def size(self) -> int:
        """How many values it holds."""
        return sum(len(v) for v in self._values.values())


class Evidence:
    """Everything that a strategy and its snapshot hold, in one place."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.snapshots: tuple[Snapshot, ...] = (given.snapshot, *((given.earlier,) if given.earlier else ()))
        self.readings: tuple[Reading, ...] = tuple(r for s in self.snapshots for r in s.readings)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names out of the data that hold digits, the longest first."""
        found = {v for s in self.snapshots for r in s.readings for _, v in r.segment}
        found |= {f"{d} {v}" for s in self.snapshots for r in s.readings for d, v in r.segment}
        found |= {s.source for s in self.given.snapshot.manifest.account.sources}
        found |= {self.given.document.company, self.given.snapshot.manifest.company}
        queries = {r.fingerprint[:8] for r in self.readings if r.fingerprint[:8].isdigit()}
        return tuple(sorted({f for f in found if _nameable(f)} | queries, key=len, reverse=True))

    def tokens(self, texts: Iterable[str]) -> Iterator[Token]:
        """The numbers of some texts, names of the data apart."""
        for text in texts:
            if any(c.isdigit() for c in text):
                yield from tokens(text, (n for n in self.names if n in text))

    @cached_property
    def stated(self) -> Pool:
        """Judgements typed into the document, the row account, the build's own words, and counts of parts."""
        pool = Pool()
        for value in judged(self.given.document):
            if isinstance(value, str):
                self._add_text(pool, value)
            else:
                for unit in ("share", "EUR", "things"):
                    pool.add(value, unit)
        for text in self._words():
            self._add_text(pool, text)
        for count in self._counts():
            pool.add(count, "things")
        if any(r.measure in CURVES for r in self.readings):
            for tick in (*range(0, 101, 10), *range(0, 201, 25)):
                pool.add(tick / 100, "share")
        if any(r.measure == "value_to_customer" for r in self.readings):
            pool.add(100, "index")
        for amount in self._amounts():
            pool.add(amount, "")
        return pool

    def _add_text(self, pool: Pool, text: str) -> None:
        for token in self.tokens((text,)):
            pool.add(token.value, {"share": "share", "money": "EUR", "plain": "things"}[token.kind])

    def _words(self) -> Iterator[str]:
        for snapshot in self.snapshots:
            manifest = snapshot.manifest
            yield from (manifest.relationship_reason, *(c.text for c in manifest.caveats))
            yield from (line for lines in manifest.rules.values() for line in lines)
            yield from manifest.missing.values()
            yield from (s.reason for s in manifest.account.sources)
            yield from dict.fromkeys(
                t for r in snapshot.readings for t in (r.definition, r.method, r.reason or "")
            )
        yield from (f.message for f in self.given.findings)
        yield from (e.reason for e in self.given.evidence)

    def _amounts(self) -> Iterator[float]:
        for snapshot in self.snapshots:
            manifest = snapshot.manifest
            for source in manifest.account.sources:
                yield from (source.rows_in, source.loaded, source.set_aside, source.anonymous)
                yield from (
                    float(m) for m in (source.money_in, source.money_loaded, source.money_set_aside) if m
                )
            account = manifest.account
            yield from (account.rows_in, account.loaded, account.set_aside)
            yield sum(s.rows_in for s in account.unused)
            for column in ("rows_in", "loaded", "set_aside"):
                counts = [getattr(s, column) for s in account.used]
                yield from (sum(counts[at:]) for at in range(len(counts)))
            yield from manifest.loaded.values()
            yield from (rows - manifest.tables.get(name, 0) for name, rows in manifest.loaded.items())
            yield from manifest.tables.values()
            yield from (p.days for p in manifest.windows.values())
            yield from (c.how_many for c in manifest.caveats if c.how_many is not None)

    def _counts(self) -> Iterator[int]:
        states = [e.state for e in self.given.evidence]
        yield from (sum(s is state for s in states) for state in EvidenceState)
        kinds = [s.kind for _, s in self.given.document.statements()]
        yield from (len(states), *(kinds.count(k) for k in ("claim", "proposal", "gap")))
        yield from (len(v) for v in _tuples(self.given.document))
        yield len(self.given.findings)
        yield self._of_few()
        for kinds_of in (("claim",), ("claim", "proposal", "gap")):
            places = [p for p, s in self.given.document.statements() if s.kind in kinds_of]
            yield sum(any(f".{b}." in p for b in PROMISE) for p in places)
            for depth in (1, 2, 3):
                yield from Counter(".".join(re.split(r"[.\[]", p)[:depth]) for p in places).values()
        if self.given.delta is not None:
            moved = self.given.delta
            yield sum(len(m.after.figures) for m in moved.moves)
            yield from (len(m) for m in (moved.moves, moved.moved, moved.broke, moved.weaker, moved.stronger))
            yield len(moved.moves) - len(moved.moved)
            yield from (len(some) - shown for some in (moved.moved, moved.broke) for shown in range(1, 9))

    def _of_few(self) -> int:
        """How many readings tell of one to ten customers: what leaves says their number alone."""
        readings = self.given.snapshot.readings
        sizes = {r.segment: r.value for r in readings if (r.measure, r.period.name) == ("customers", "all")}
        told = (sizes.get(r.segment, r.n if r.n_of == "customers" else None) for r in readings if r.segment)
        return sum(0 < (size or 0) <= 10 for size in told)

    @cached_property
    def claims(self) -> Mapping[str, ClaimEvidence]:
        """How each claim stands, by id."""
        return {e.claim_id: e for e in self.given.evidence}

    @cached_property
    def tolerances(self) -> Pool:
        """Numbers in the reasons why claims stand as they do."""
        pool = Pool()
        for found in self.given.evidence:
            self._add_text(pool, found.reason)
        return pool

    @cached_property
    def everything(self) -> Pool:
        """All readings with what follows from those of one measure and dimension, and all claims."""
        pool = self.pool(self.readings, self.claims.values())
        for snapshot in self.snapshots:
            for period in snapshot.manifest.windows:
                for first, second in DIFFERENCES:
                    one, two = (snapshot.reading(m, (), period) for m in (first, second))
                    if (
                        one is not None
                        and two is not None
                        and one.value is not None
                        and two.value is not None
                    ):
                        pool.add(one.value - two.value, one.unit)
                        if one.value:
                            pool.add(two.value / one.value, "share")
            for measure in {r.measure for r in snapshot.readings if not r.segment}:
                now, before = (snapshot.reading(measure, (), p) for p in ("current", "previous"))
                if now is not None and before is not None and now.value is not None and before.value:
                    pool.add(now.value / before.value - 1, "share")
                    pool.add(now.value - before.value, now.unit)
        return pool

    def pool(self, readings: Iterable[Reading], claims: Iterable[ClaimEvidence]) -> Pool:
        """The numbers of some readings and claims, with what follows from readings of one kind.

        Args:
            readings: Readings, of which those of one measure, dimension and period are taken together.
            claims: Claims.
        """
        pool = Pool()
        readings = tuple(readings)
        groups: dict[object, list[Reading]] = defaultdict(list)
        seen: Counter[object] = Counter()
        for reading in readings:
            pool.add_reading(reading)
            seen[reading.key] += 1  # The same reading of two snapshots belongs to two groups.
            place = (reading.measure, tuple(d for d, _ in reading.segment), reading.period, seen[reading.key])
            groups[place].append(reading)
        for (measure, dimensions, period, _), group in groups.items():
            if len(dimensions) == 1:
                pool.add_derived(group, self.given.snapshot.reading(measure, (), period.name))
            elif len(dimensions) == 2 and len(group) <= MOST:
                pool.add_moves(group)
            if measure.endswith("_amount"):
                of = measure.replace("_amount", "_customers")
                sizes = {r.segment: r.value for r in readings if r.measure == of and r.value}
                for reading in group:
                    if reading.value is not None and reading.segment in sizes:
                        pool.add(reading.value / sizes[reading.segment], reading.unit)
            if (group[0].unit and is_money(group[0].unit)) or not group[0].unit:
                for reading in group:
                    a_year = (reading.value or 0.0) * 365 / reading.period.days
                    pool.add(a_year, reading.unit)
        for claim in claims:
            pool.add_claim(claim)
        for move in self.given.delta.moves if self.given.delta is not None else ():
            pool.add(move.at_stake, "EUR")
            if move.before is not None:
                pool.add_claim(move.before)
        return pool


def judged(part: object) -> Iterator[str | float]:
    """Texts and numbers that people have written into a strategy; claims apart, as data speak there."""
    match part:
        case Claim() | bool() | None | dt.date():
            return
        case Part():
            for field in type(part).model_fields:
                yield from judged(getattr(part, field))
        case tuple() | list():
            for item in part:
                yield from judged(item)
        case str() | int() | float():
            yield part


def _tuples(part: object) -> Iterator[tuple[object, ...]]:
    match part:
        case Part():
            for field in type(part).model_fields:
                yield from _tuples(getattr(part, field))
        case tuple():
            yield part
            for item in part:
                yield from _tuples(item)


def _nameable(name: str) -> bool:
    """A name that is nothing but a number would hide numbers."""
    return any(c.isdigit() for c in name) and not name.replace(",", "").replace(".", "").strip("%").isdigit()
