"""The customers of the latest snapshot as a list, on screen or as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from custrata.engine.duckdb import DuckDBEngine
from custrata.engine.snapshots import SnapshotStore
from custrata.errors import DeliveryError
from custrata.project.asking import opened
from custrata.project.place import locate

if TYPE_CHECKING:
    import pyarrow as pa

SHOWN = ("customer_id", "name", "tier", "stage", "value", "orders", "revenue", "days_since_last_order", "mrr")
"""Columns worth a terminal's width, as far as they hold data."""


def top_customers(path: Path, rows: int) -> tuple[list[str], list[list[str]], int]:
    """The customers of highest value.

    Args:
        path: The project.
        rows: How many.

    Returns:
        Heads, rows of text, and how many customers there are.
    """
    store = SnapshotStore(locate(path).state)
    manifest = store.load().manifest
    with opened(store, manifest) as (base, engine):
        customers = base.tables["customers"]
        held = [name for name in SHOWN if name in customers.columns and _shown(name, manifest.provided)]
        ordered = customers.order_by(
            [customers["value_rank"]] if "value_rank" in customers.columns else ["customer_id"]
        )
        found = engine.rows(ordered.select(*held).limit(rows))
    return held, [[_cell(row[name]) for name in held] for row in found], manifest.tables["customers"]


def write_customers(path: Path, out: Path) -> int:
    """Write all customers with everything that is known of them.

    Args:
        path: The project.
        out: A file that ends in ``.csv`` or ``.parquet``.

    Returns:
        Number of customers.

    Raises:
        DeliveryError: The ending is another one.
    """
    if out.suffix.lower() not in (".csv", ".parquet"):
        raise DeliveryError(
            "customers go to .csv or .parquet", where=out.name, remedy="choose one of these endings"
        )
    store = SnapshotStore(locate(path).state)
    with opened(store, store.load().manifest) as (base, engine):
        return _written(base.tables["customers"], out, engine)


def all_customers(path: Path) -> pa.Table:
    """All customers with everything that is known of them, sorted by id."""
    store = SnapshotStore(locate(path).state)
    with opened(store, store.load().manifest) as (base, engine):
        return engine.arrow(base.tables["customers"].order_by("customer_id"))


def _written(customers: Any, out: Path, engine: DuckDBEngine) -> int:
    ordered = customers.order_by("customer_id")
    engine.keep("customers_out", ordered)
    engine.deliver("customers_out", out)
    return engine.count("customers_out")


def _shown(name: str, provided: frozenset[str]) -> bool:
    return name == "customer_id" or f"customers.{name}" in provided


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return (
        f"{value:,.2f}" if hasattr(value, "as_integer_ratio") and not isinstance(value, int) else str(value)
    )
