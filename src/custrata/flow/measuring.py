"""Step: the measures of the catalogue are read from the base."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from custrata.customers import Base
from custrata.flow.engine import Engine
from custrata.measures.catalogue import CATALOGUE
from custrata.measures.kernel.measure import Request
from custrata.measures.kernel.plan import plan, unanswered
from custrata.vocabulary import Reading


@dataclass(frozen=True)
class Readings:
    """What was read: readings, the text of their queries by fingerprint, and what could not be read."""

    readings: tuple[Reading, ...]
    queries: dict[str, str]
    missing: dict[str, str]


def read(base: Base, requests: Iterable[Request], engine: Engine) -> Readings:
    """Answer requests with as few queries as they need.

    Args:
        base: The base, with the wide table of customers.
        requests: Measures with period and dimensions.
        engine: Runs the queries.

    Returns:
        The readings in the order of the plan; what the data cannot answer gives a reading without value.
    """
    asked = tuple(requests)
    readings: list[Reading] = []
    queries: dict[str, str] = {}
    # One runner: while the engine answers a query, the text of the next one is made here.
    with ThreadPoolExecutor(max_workers=1) as runner:
        running = []
        for query in plan(base, asked, CATALOGUE):
            queries |= dict.fromkeys(query.fingerprints, engine.sql(query.expr))
            running.append((query, runner.submit(engine.rows, query.expr)))
        for query, rows in running:
            readings += query.readings(rows.result())
    silent = unanswered(base, asked, CATALOGUE)
    answered = {reading.measure for reading in readings}
    missing: dict[str, str] = {}
    for (
        reading
    ) in silent:  # the first reason stands: the one for the whole history, which names what is needed
        if reading.measure not in answered:
            missing.setdefault(reading.measure, reading.reason or "")
    return Readings((*readings, *silent), queries, missing)
