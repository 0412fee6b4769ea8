"""Step: costs."""

from __future__ import annotations

from custrata.customers import Base
from custrata.flow.engine import Engine
from custrata.flow.step import Step


def cost(base: Base, notional: bool, engine: Engine) -> Step:
    """Hand the base on."""
    return Step(base)
