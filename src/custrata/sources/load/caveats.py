"""What was assumed or noticed while loading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ibis.expr.types as ir

from custrata.sources.account import Caveat
from custrata.sources.mapping import Mapping
from custrata.sources.raw import RawTable

if TYPE_CHECKING:
    from custrata.sources.load.plan import LoadPlan


def caveat_queries(mapping: Mapping, tables: MappingOf[str, RawTable], as_of: dt.date) -> dict[str, ir.Table]:
    """The questions that caveats need answered."""
    return {}


def caveats_of(plan: LoadPlan, rows: MappingOf[str, Sequence[MappingOf[str, Any]]]) -> tuple[Caveat, ...]:
    """The caveats of a load, from the answers to ``plan.caveat_queries``."""
    return ()
