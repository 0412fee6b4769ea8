"""Write the exports of an invented shop with many customers, to measure pages and builds against.

Usage: python tools/large_company.py FOLDER [CUSTOMERS]
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

FIRST, DAYS = np.datetime64("2024-01-01"), 730
COUNTRIES = np.array(["Austria", "Belgium", "Denmark", "France", "Germany", "Italy", "Spain", "Sweden"])
CHANNELS = np.array(["Search", "Referral", "Partner", "Event", "Direct"])
TOPICS = np.array(["Delivery", "Invoice", "Quality", "Returns"])


def customers(n: int, random: np.random.Generator) -> pa.Table:
    """One row a customer."""
    number = np.arange(n)
    return pa.table(
        {
            "customer_id": [f"C{k:07d}" for k in number],
            "name": [f"Shopper {k:07d}" for k in number],
            "country": random.choice(COUNTRIES, n),
            "acquisition_channel": random.choice(CHANNELS, n),
        }
    )


def orders(n: int, random: np.random.Generator) -> pa.Table:
    """Orders by customers who differ in how often they buy and for how much."""
    each = random.poisson(random.gamma(0.8, 8.0, n)) + 1
    who = np.repeat(np.arange(n), each)
    begin = np.repeat(random.integers(0, DAYS - 60, n), each)
    day = np.minimum(begin + random.integers(0, DAYS, len(who)) % np.maximum(DAYS - begin, 1), DAYS - 1)
    spend = np.repeat(random.lognormal(3.4, 0.6, n), each)
    amount = np.round(spend * random.lognormal(0, 0.5, len(who)), 2)
    return pa.table(
        {
            "order_id": [f"O{k:08d}" for k in range(len(who))],
            "customer_id": [f"C{k:07d}" for k in who],
            "order_date": (FIRST + day).astype("datetime64[D]"),
            "amount": amount,
        }
    )


def tickets(n: int, random: np.random.Generator) -> pa.Table:
    """A ticket for one customer in three."""
    who = random.integers(0, n, n // 3)
    opened = FIRST + random.integers(0, DAYS, len(who))
    return pa.table(
        {
            "ticket_id": [f"T{k:07d}" for k in range(len(who))],
            "customer_id": [f"C{k:07d}" for k in who],
            "opened_at": opened.astype("datetime64[D]"),
            "category": random.choice(TOPICS, len(who)),
        }
    )


def write(folder: Path, n: int, seed: int = 5) -> None:
    """Write the three exports as Parquet files.

    Args:
        folder: Where they go.
        n: Number of customers.
        seed: Of the random numbers.
    """
    random = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in (("customers", customers), ("orders", orders), ("tickets", tickets)):
        pq.write_table(make(n, random), folder / f"{name}.parquet")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
