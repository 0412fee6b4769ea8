"""What customers are worth, by the latest snapshot: equity, value by group, the exam, what is inside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import DeliveryError, MeasureError
from custrata.project.asking import opened, reading_json, show_measure
from custrata.project.economics.section import (
    Section,
    interval_of,
    lack,
    lines,
    listed,
    money_named,
    points,
    read,
    value_of,
)
from custrata.project.place import locate
from custrata.snapshot import Snapshot
from custrata.strategy.wording.models import cannot_doubt, mark_place, model_name, named_first
from custrata.strategy.wording.spelling import MINUS
from custrata.vocabulary import Reading

WHOLE = (
    ("customer_equity", "customer equity"),
    ("lifetime_value", "lifetime value, mean of a customer"),
    ("residual_value", "beyond the horizon, not inside"),
    ("expected_orders", "purchase days expected in the next 365 days"),
    ("expected_revenue", "revenue expected in the next 365 days"),
    ("alive_customers", "customers who are probably still customers"),
    ("expected_contract_months", "months a contract is expected to run on"),
)
"""Measures of the whole base, in the order shown."""

EXAM = (
    *("exam_mark", "exam_gain", "calibration_predicted", "calibration_actual"),
    *("tracking_expected", "tracking_actual"),
)

CUSTOMER_COLUMNS = (
    *("customer_id", "name", "tier", "stage", "lifetime_value", "lifetime_value_low", "lifetime_value_high"),
    *("expected_orders", "expected_order_value", "probability_alive"),
)
"""What is written of each customer, as far as the snapshot holds it."""


@dataclass(frozen=True)
class Worth:
    """What is known of the worth of customers.

    Attributes:
        snapshot: Where it was read.
        whole: Readings of the whole base, with their names.
        by: Lifetime value by each dimension.
    """

    snapshot: Snapshot
    whole: tuple[tuple[str, Reading], ...]
    by: tuple[tuple[str, tuple[Reading, ...]], ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Terms, model and what is inside, as the build said them."""
        rules = self.snapshot.manifest.rules
        return (*money_named(self.snapshot), *rules.get("value", ()), *rules.get("exam", ()))

    @property
    def published(self) -> str:
        """The candidate that the exam published; empty without an exam."""
        gains = points(self.snapshot, "exam_gain", "candidate")
        if gains:
            return gains[0].segment[0][1]
        marks = points(self.snapshot, "exam_mark", "candidate", "mark")
        names = sorted({r.segment[0][1] for r in marks})
        return named_first(self.snapshot.manifest.rules.get("exam", ()), names)


def worth_of(path: Path, by: tuple[str, ...] = ()) -> Worth:
    """What the customers of a project are worth.

    Args:
        path: The project.
        by: Dimensions to break lifetime value down by; empty takes tiers.

    Raises:
        MeasureError: The snapshot holds no lifetime value (says why), or there is no such dimension.
        SnapshotError: There is no snapshot yet.
    """
    snapshot = SnapshotStore(locate(path).state).load()
    if read(snapshot, "lifetime_value") is None:
        raise MeasureError(
            f"lifetime value is not known: {_why(snapshot)}",
            remedy="load dated orders or contracts, then custrata build (docs/how-to/economics.md)",
        )
    whole = tuple((name, r) for m, name in WHOLE if (r := read(snapshot, m)) is not None and _told(r))
    wanted = by or (("tier",) if points(snapshot, "customers", "tier") else ())
    found = tuple((d, _known(show_measure(path, "lifetime_value", (d,)))) for d in wanted)
    return Worth(snapshot, whole, found)


def _why(snapshot: Snapshot) -> str:
    rules = snapshot.manifest.rules.get("value", ())
    said = next((s for s in rules if s.startswith("Lifetime value is not known")), "")
    return said.partition(": ")[2].rstrip(".") or lack(snapshot, "lifetime_value")


def _told(reading: Reading) -> bool:
    """Who still buys is not told by BG/NBD, which takes everybody who bought once for sure."""
    return reading.measure != "alive_customers" or not cannot_doubt(reading.method)


def _known(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple(r for r in readings if r.value is not None)


def worth_sections(worth: Worth) -> tuple[Section, ...]:
    """Tables of equity, value by group and the exam."""
    heads = ("measure", "value", "interval", "n")
    found = [Section("What customers are worth", heads, lines(worth.whole))]
    for dimension, readings in worth.by:
        rows = tuple((r.segment[0][1], value_of(r), interval_of(r), f"{r.n:,}") for r in readings)
        title = f"Lifetime value of a customer by {dimension.replace('_', ' ')}"
        found.append(Section(title, (dimension, "value", "interval", "customers"), rows))
    return (*found, *_exam_section(worth))


def _exam_section(worth: Worth) -> tuple[Section, ...]:
    marks = points(worth.snapshot, "exam_mark", "candidate", "mark")
    if not marks:
        return ()
    names = list(dict.fromkeys(r.segment[0][1] for r in marks))
    kinds = sorted({r.segment[1][1] for r in marks}, key=mark_place)
    by = {(r.segment[0][1], r.segment[1][1]): r for r in marks}
    rows = tuple(
        (
            model_name(n),
            "published" if n == worth.published else "",
            *(_mark(by.get((n, k)), k) for k in kinds),
        )
        for n in sorted(names, key=lambda n: (n != worth.published, _first(by.get((n, kinds[0]))), n))
    )
    gain = next(iter(points(worth.snapshot, "exam_gain", "candidate")), read(worth.snapshot, "exam_gain"))
    note = ""
    if gain is not None:
        note = f"Against the best naive rule: {value_of(gain)} better, {interval_of(gain)} ({gain.method})."
    heads = ("candidate", "", *(k.replace("_", " ") for k in kinds))
    return (Section("The exam on later data", heads, rows, note),)


def _first(reading: Reading | None) -> float:
    return float("inf") if reading is None or reading.value is None else reading.value


def _mark(reading: Reading | None, mark: str) -> str:
    if reading is None or reading.value is None:
        return ""
    if mark == "total_error":
        return f"{reading.value:+.1%}".replace("-", MINUS)
    return f"{reading.value:.2f}" if mark == "correlation" else f"{reading.value:.4f}"


def worth_json(worth: Worth) -> dict[str, Any]:
    """The same for programs."""
    return {
        "as_of": str(worth.snapshot.manifest.as_of),
        "snapshot": worth.snapshot.manifest.fingerprint,
        "whole": [reading_json(r) for _, r in worth.whole],
        "by": {d: [reading_json(r) for r in readings] for d, readings in worth.by},
        "published": worth.published or None,
        "exam": [reading_json(r) for r in listed(worth.snapshot, EXAM)],
        "parameters": [reading_json(r) for r in listed(worth.snapshot, ("model_parameter",))],
        "sentences": list(worth.sentences),
    }


def write_customer_values(path: Path, out: Path) -> int:
    """Write each customer's lifetime value with its interval and what it is made of.

    Nobody has a ``probability_alive`` where BG/NBD is the model: by it, it is 1 for all who bought once.

    Args:
        path: The project.
        out: A file that ends in ``.csv`` or ``.parquet``.

    Returns:
        Number of customers.

    Raises:
        DeliveryError: The ending is another one.
        MeasureError: The snapshot holds no lifetime value.
    """
    if out.suffix.lower() not in (".csv", ".parquet"):
        raise DeliveryError(
            "values of customers go to .csv or .parquet", where=out.name, remedy="choose one of these endings"
        )
    worth = worth_of(path)
    unsure = any(cannot_doubt(r.method) for _, r in worth.whole)
    store = SnapshotStore(locate(path).state)
    with opened(store, worth.snapshot.manifest) as (base, engine):
        customers = base.tables["customers"]
        left_out = {"probability_alive"} if unsure else set()
        held = (c for c in CUSTOMER_COLUMNS if c == "customer_id" or base.has(f"customers.{c}"))
        bought = customers.filter(customers.status != "prospect")
        names = [c for c in held if c not in left_out]
        engine.keep("values_out", bought.select(*names).order_by("customer_id"))
        engine.deliver("values_out", out)
        return engine.count("values_out")
