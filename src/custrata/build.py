"""The main flow: raw tables → contract → customers → value → groups → measures → snapshot.

This page is the way of the data. Each step asks builders for expressions, lets the engine run them, and hands
what comes out to estimators; the page itself only passes things on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from custrata.flow.cutting import cut_base
from custrata.flow.economics.costing import cost
from custrata.flow.economics.examining import examine
from custrata.flow.economics.valuing import value
from custrata.flow.engine import Engine
from custrata.flow.grouping import group_base
from custrata.flow.loading import load
from custrata.flow.measuring import read
from custrata.flow.reading import read_raw
from custrata.flow.recognising import recognise, require_customers, settle
from custrata.flow.sealing import seal
from custrata.flow.summarising import summarise
from custrata.flow.withholding import Away, withheld
from custrata.measures.catalogue import standard_requests
from custrata.settings import Settings
from custrata.snapshot import InputFile, Snapshot
from custrata.sources.mapping import Mapping as SourceMapping
from custrata.sources.mapping.adoption import adopted

__all__ = ["STAGES", "Built", "Engine", "build"]

STAGES = (
    "read",
    "recognise",
    "load",
    "customers",
    "exam",
    "costs",
    "value",
    "groups",
    "measures",
    "fingerprint",
    "keep",
)
"""The stages of a build, in order, as a progress bar names them."""


@dataclass(frozen=True)
class Built:
    """What a build gave: the snapshot as a value, and the relations that belong to it."""

    snapshot: Snapshot
    tables: tuple[str, ...]


def build(
    data: Path,
    settings: Settings,
    engine: Engine,
    *,
    mapping: SourceMapping | None = None,
    keep_mapping: Callable[[SourceMapping], str] = lambda mapping: "",
    inputs: tuple[InputFile, ...] = (),
    versions: Mapping[str, str] | None = None,
    away: Away | None = None,
    progress: Callable[[str, float], None] = lambda stage, share: None,
) -> Built:
    """Turn raw tables into a snapshot.

    Args:
        data: A folder of raw tables, or one file.
        settings: What the company set.
        engine: Runs all queries; it holds the tables of the snapshot afterwards.
        mapping: What a person said the tables mean; None guesses.
        keep_mapping: Called with a guess before it is used; returns the hash of what was kept.
        inputs: The raw files with their hashes.
        versions: Versions of what computes.
        away: Who was erased and stays away; None for nobody.
        progress: Told at the start of each stage, with the share (0 to 1) of the stages done.

    Raises:
        CustrataError: Data cannot be read, a question is open, or nothing is left to count.

    Returns:
        The snapshot and the names of its tables in the engine.
    """
    clock = _Clock(progress)
    clock.enter("read")
    folder = read_raw(data, engine)
    clock.enter("recognise")
    guess = recognise(folder, settings, engine) if mapping is None else adopted(mapping, folder)
    lean = withheld(folder, guess, engine, away)
    if lean is not folder and mapping is None:
        # Once more, so that no sample in the mapping is of who was erased.
        guess = recognise(lean, settings, engine)
    folder = lean
    mapping_hash = keep_mapping(guess)
    clock.enter("load")
    settled = settle(guess)
    require_customers(settled, folder)
    contract = load(settled, folder, data, settings, engine)
    clock.enter("customers")
    cut = cut_base(contract.tables, contract.provided, contract.currency, contract.notional, settings, engine)
    step = summarise(cut.base, engine)
    for stage, act in (("exam", examine), ("costs", cost), ("value", value), ("groups", group_base)):
        clock.enter(stage)
        step = step.then(act(step.base, contract.notional, engine))
    clock.enter("measures")
    found = read(step.base, standard_requests(step.base), engine)
    clock.enter("fingerprint")
    snapshot, tables = seal(
        contract, cut, step, found, engine, inputs, mapping_hash, versions or {}, clock.seconds
    )
    clock.enter("keep")
    return Built(snapshot, tables)


class _Clock:
    """Tells the progress bar where the build is, and how long each stage took."""

    def __init__(self, progress: Callable[[str, float], None]) -> None:
        self._progress = progress
        self._entered = time.perf_counter()
        self._stage = ""
        self.seconds: dict[str, float] = {}

    def enter(self, stage: str) -> None:
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = round(now - self._entered, 3)
        self._stage, self._entered = stage, now
        self._progress(stage, STAGES.index(stage) / len(STAGES))
